import { VideoOff } from "lucide-react";
import { useEffect, useRef } from "react";
import type { DeviceState } from "./device-preview";
import type { SayDevices } from "./say-devices";

type SelfViewProps = { camera: DeviceState; isAsking: boolean; say: SayDevices };

/** One's own picture, mirrored as people know themselves. Keeps its shape with and without one. */
export function SelfView({ camera, isAsking, say }: SelfViewProps) {
  return (
    <div className="theme-dark relative aspect-video overflow-hidden rounded">
      {camera.track ? (
        <Picture key={camera.track.id} track={camera.track} label={say("self-view")} />
      ) : (
        <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center">
          <VideoOff aria-hidden className="size-8 text-quiet" />
          <p className="font-semibold">{say(placeOf(camera, isAsking))}</p>
          {!camera.isWanted && <p className="text-sm text-quiet">{say("camera-off-why")}</p>}
        </div>
      )}
    </div>
  );
}

function placeOf({ isWanted, fault }: DeviceState, isAsking: boolean) {
  if (!isWanted) return "camera-off";
  return fault || !isAsking ? "no-camera" : "camera-starts";
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
