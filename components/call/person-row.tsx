import MicOff from "lucide-react/icons/mic-off";
import { useState } from "react";
import { can } from "@/lib/domain/room/permissions";
import type { PersonView } from "@/lib/domain/room/room-view";
import { Button } from "@/components/ui/button";
import { useCall } from "./call-context";
import { onlyListens, type CallPerson } from "./call-state";
import { TwoDevices } from "./lobby-strip";
import { ManagePerson } from "./manage-person";
import { useAsk } from "./use-ask";

type PersonRowProps = {
  person: PersonView;
  /** How they are in the call; an audience that nobody sees is inside without it. */
  inCall: CallPerson | undefined;
  isAbsent?: boolean;
};

/** One person of the list; those who lead can mute, change and remove them here. */
export function PersonRow({ person, inCall, isAbsent = false }: PersonRowProps) {
  const { me, say } = useCall();
  const [isOpen, setIsOpen] = useState(false);
  const isMe = person.seatId === me.seatId;
  const mayManage = can(me.role, "removeOthers") && !isMe;
  const mayMute = can(me.role, "muteOthers") && !isMe && inCall?.hasMicrophoneOn;
  const { name } = person;
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
        <div className="min-w-0">
          <p className={`wrap-anywhere ${inCall?.isSpeaking ? "font-semibold" : ""}`}>
            {isMe ? say("nameOfYou", { name }) : name}
          </p>
          <p className="flex items-center gap-1 text-sm text-quiet">
            {inCall && !onlyListens(inCall) && !inCall.hasMicrophoneOn && (
              <MicOff aria-hidden size={14} className="shrink-0 text-stop" />
            )}
            <PersonState person={person} inCall={inCall} isAbsent={isAbsent} />
          </p>
          {person.onTwoDevices && !isMe && <TwoDevices />}
        </div>
        <div className="flex gap-2">
          {mayMute && <MuteButton person={person} />}
          {mayManage && (
            <Button
              className="px-3!"
              aria-expanded={isOpen}
              aria-label={say("manage", { name })}
              onClick={() => setIsOpen(!isOpen)}
            >
              {say("manageShort")}
            </Button>
          )}
        </div>
      </div>
      {isOpen && mayManage && <ManagePerson person={person} inCall={inCall} isAbsent={isAbsent} />}
    </li>
  );
}

function MuteButton({ person: { seatId, name } }: { person: PersonView }) {
  const { say } = useCall();
  const [ask, isAsking] = useAsk();
  return (
    <Button
      className="px-3!"
      aria-label={say("mute", { name })}
      isBusy={isAsking}
      onClick={() => ask("mute", { seatId })}
    >
      {say("muteShort")}
    </Button>
  );
}

/** What a person is and does, in a few words. */
function PersonState({ person, inCall, isAbsent }: PersonRowProps) {
  const { say } = useCall();
  const words = [say("roleOf", { capacity: person.capacity })];
  if (inCall?.isSpeaking) words.push(say("speaking"));
  else if (inCall && !onlyListens(inCall))
    words.push(say(inCall.hasMicrophoneOn ? "microphoneOn" : "microphoneOffMark"));
  else if (!isAbsent) words.push(say("listens"));
  else if (person.isExcused) words.push(say("cannotCome"));
  if (inCall?.screen) words.push(say("sharing"));
  if (inCall?.quality === "weak") words.push(say("weakConnection"));
  if (inCall?.quality === "lost") words.push(say("lostConnection"));
  return words.filter(Boolean).join(" · ");
}
