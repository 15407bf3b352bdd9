import { VideoOff } from "lucide-react";
import { useEffect, useRef } from "react";
import type { DeviceState } from "./device-preview";
import type { SayDevices } from "./say-devices";

type SelfViewProps = {
  camera: DeviceState;
  /** The browser's question, in words, while it stands on the screen. */
  question: { title: string; why: string } | null;
  say: SayDevices;
};

/** One's own picture, mirrored as people know themselves. Keeps its shape with and without one. */
export function SelfView({ camera, question, say }: SelfViewProps) {
  const { track, isWanted } = camera;
  return (
    <div className="theme-dark relative aspect-video overflow-hidden rounded">
      {track && <Picture key={track.id} track={track} label={say("self-view")} />}
      <div role="status" className={track ? "sr-only" : PLACE}>
        {!track && question && <Words title={question.title} why={question.why} />}
        {!track && !question && isWanted && <Words title={say("camera-starts")} />}
        {!isWanted && (
          <>
            <VideoOff aria-hidden className="size-8 text-quiet" />
            <Words title={say("camera-off")} why={say("camera-off-why")} />
          </>
        )}
      </div>
    </div>
  );
}

const PLACE =
  "absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center text-balance";

function Words({ title, why }: { title: string; why?: string }) {
  return (
    <>
      <p className="font-semibold">{title}</p>
      {why && <p className="text-sm text-quiet">{why}</p>}
    </>
  );
}

function Picture({ track, label }: { track: MediaStreamTrack; label: string }) {
  const video = useRef<HTMLVideoElement>(null);

  useEffect(() => {
    if (video.current) video.current.srcObject = new MediaStream([track]);
  }, [track]);

  return (
    <video
      ref={video}
      aria-label={label}
      autoPlay
      muted
      playsInline
      className="absolute inset-0 size-full -scale-x-100 object-cover"
    />
  );
}
