import { Mic } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { barOf, isVoice, watchLevel } from "./level";
import type { SayDevices } from "./say-devices";

/** So long without a voice, and the bar says that it hears none. */
const UNHEARD_AFTER_MS = 8_000;
/** So long after a voice it still counts as heard. */
const HEARD_FOR_MS = 4_000;

type Hearing = "speak" | "heard" | "unheard";

/** How loud the microphone is: a bar for the eye, a sentence for everybody. */
export function LevelBar({ track, say }: { track: MediaStreamTrack; say: SayDevices }) {
  const bar = useRef<HTMLDivElement>(null);
  const [hearing, setHearing] = useState<Hearing>("speak");

  useEffect(() => {
    let changedAt = performance.now();
    return watchLevel(track, (level) => {
      bar.current?.style.setProperty("transform", `scaleX(${level === null ? 0 : barOf(level)})`);
      const now = performance.now();
      if (level === null) changedAt = now;
      else if (isVoice(level)) {
        changedAt = now;
        setHearing("heard");
      } else if (now - changedAt > UNHEARD_AFTER_MS) setHearing("unheard");
      else if (now - changedAt > HEARD_FOR_MS) setHearing("speak");
    });
  }, [track]);

  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center gap-3">
        <Mic aria-hidden className="size-5 shrink-0 text-quiet" />
        <div className="h-2 grow overflow-hidden rounded border border-quiet">
          <div ref={bar} className="h-full origin-left scale-x-0 bg-open" />
        </div>
      </div>
      <p role="status" className="text-sm text-quiet">
        {say(hearing)}
      </p>
    </div>
  );
}
