import Clock from "lucide-react/icons/clock";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { isWarningDue, timeLeft, type TimeLeft } from "@/lib/domain/call/time-left";
import { can } from "@/lib/domain/room/permissions";
import { useCall } from "./call-context";
import { MoreTime } from "./more-time";
import { sayHere, sayNextHere } from "./say-here";
import { useServerNow } from "./use-server-now";

/** From this many minutes on the end's time of day says more than a number of minutes. */
const LONG_MINUTES = 60;

/** How often to ask what holds once the time is over, until the call has ended. */
const ASK_WHEN_OVER_MS = 5_000;

const LOOK: Record<TimeLeft["phase"], string> = {
  calm: "text-ink",
  soon: "border-soon text-soon font-semibold",
  last: "border-soon bg-soon text-on-accent font-semibold",
  over: "border-soon bg-soon text-on-accent font-semibold",
};

/** The time left of the window; those who may can make it longer here. */
export function CallClock() {
  const { room, me, view, say } = useCall();
  const now = useServerNow(view.serverNow);
  const [isAsking, setIsAsking] = useState(false);
  const closesAt = new Date(room.closesAt);
  const closing = sayHere(closesAt);
  const left = timeLeft(closesAt, now);
  useTimeWarnings(left);
  const look = `flex items-center gap-2 rounded border px-3 whitespace-nowrap tabular-nums ${LOOK[left.phase]}`;
  const icon = <Clock aria-hidden size={18} className="shrink-0" />;
  const text =
    left.phase === "over"
      ? say("windowOver")
      : left.minutes > LONG_MINUTES
        ? say("hoursLeft", { closesAt: sayNextHere(closesAt, now) })
        : say("minutesLeft", { minutes: left.minutes });
  if (!can(me.role, "extendWindow")) {
    return (
      <p
        role="timer"
        title={say("endsAtHint", { closesAt: closing })}
        className={`${look} border-line py-1`}
      >
        {icon}
        <span>{text}</span>
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        title={say("endsAtHint", { closesAt: closing })}
        aria-haspopup="dialog"
        onClick={() => setIsAsking(true)}
        className={`${look} target border-line hover:border-ink`}
      >
        {icon}
        <span className="flex gap-x-1 max-sm:flex-col max-sm:items-start max-sm:text-sm max-sm:leading-tight">
          <span>{text}</span>
          <span aria-hidden className="max-sm:hidden">
            ·
          </span>
          <span className="font-normal">{say("moreTime")}</span>
        </span>
      </button>
      {isAsking && <MoreTime onClose={() => setIsAsking(false)} />}
    </>
  );
}

function useTimeWarnings(left: TimeLeft): void {
  const { session } = useCall();
  const before = useRef(left.phase);
  const warn = useEffectEvent(() => session.warnOfTime(left));
  useEffect(() => {
    if (isWarningDue(before.current, left.phase)) warn();
    before.current = left.phase;
    if (left.phase !== "over") return;
    warn();
    const timer = setInterval(() => warn(), ASK_WHEN_OVER_MS);
    return () => clearInterval(timer);
  }, [left.phase]);
}
