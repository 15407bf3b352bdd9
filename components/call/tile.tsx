import MicOff from "lucide-react/icons/mic-off";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import WifiOff from "lucide-react/icons/wifi-off";
import AudioLines from "lucide-react/icons/audio-lines";
import type { CSSProperties } from "react";
import type { Cell } from "@/lib/domain/call/grid-layout";
import { useCall } from "./call-context";
import type { CallPerson, Picture } from "./call-state";
import { initialsOf } from "./initials-of";
import { PictureView } from "./picture-view";

type TileProps = { person: CallPerson; cell: Cell; isOnTop: boolean };

/** Somebody in the call: their picture or their initials, their name and how they are. */
export function Tile({ person, cell, isOnTop }: TileProps) {
  const { camera, isMe, isSpeaking, name } = person;
  const isSmall = cell.width < 260;
  const initials = (
    <span
      aria-hidden
      className={`grid size-full place-items-center font-semibold text-quiet ${isSmall ? "pb-7" : ""}`}
      style={{ fontSize: Math.min(cell.width, cell.height) * 0.3 }}
    >
      {initialsOf(name)}
    </span>
  );
  const ring = isSpeaking ? "outline-3 -outline-offset-3 outline-open" : "";
  return (
    <li
      style={placeOf(cell)}
      className={`absolute overflow-hidden rounded border border-line bg-surface ${isOnTop ? "z-10" : ""}`}
    >
      {camera ? (
        <PictureView picture={camera} isMirrored={isMe && !looksAway(camera)}>
          {initials}
        </PictureView>
      ) : (
        initials
      )}
      <span aria-hidden className={`pointer-events-none absolute inset-0 rounded ${ring}`} />
      <NamePlate person={person} isSmall={isSmall} />
    </li>
  );
}

function NamePlate({ person, isSmall }: { person: CallPerson; isSmall: boolean }) {
  const { say } = useCall();
  const { name, isMe, isSpeaking, hasMicrophoneOn, camera, quality } = person;
  const shownName = isMe && isSmall ? say("you") : isMe ? say("nameOfYou", { name }) : name;
  const isTroubled = quality === "weak" || quality === "lost";
  return (
    <div className="absolute inset-x-2 bottom-2 flex flex-wrap items-center gap-1 text-sm">
      <span className="flex min-w-0 items-center gap-1.5 rounded bg-ground px-2 py-0.5">
        {hasMicrophoneOn ? null : <MicOff aria-hidden size={16} className="shrink-0 text-stop" />}
        {isSpeaking && <AudioLines aria-hidden size={16} className="shrink-0 text-open" />}
        <span className="truncate">{shownName}</span>
        <span className="sr-only">
          {hasMicrophoneOn ? "" : `, ${say("microphoneOffMark")}`}
          {camera ? "" : `, ${say("cameraOffMark")}`}
          {isSpeaking ? `, ${say("speaking")}` : ""}
        </span>
      </span>
      {isTroubled && (
        <span className="flex items-center gap-1.5 rounded bg-ground px-2 py-0.5 text-soon">
          {quality === "weak" ? (
            <TriangleAlert aria-hidden size={16} className="shrink-0" />
          ) : (
            <WifiOff aria-hidden size={16} className="shrink-0" />
          )}
          <span className={isSmall ? "sr-only" : ""}>
            {say(quality === "weak" ? "weakConnection" : "lostConnection")}
          </span>
        </span>
      )}
    </div>
  );
}

/** A camera at the back of a phone shows what one sees, so it is not turned round. */
function looksAway(picture: Picture): boolean {
  return picture.mediaStreamTrack.getSettings().facingMode === "environment";
}

export function placeOf({ left, top, width, height }: Cell): CSSProperties {
  return { left, top, width, height };
}
