/** How near the end of the window is. */
export type TimeLeftPhase = "calm" | "soon" | "last" | "over";

export type TimeLeft = { minutes: number; phase: TimeLeftPhase };

const MINUTE_MS = 60_000;

/** From how many minutes on the end counts as near, and as very near. */
const SOON_MINUTES = 5;
const LAST_MINUTES = 1;

/** Whole minutes until `closesAt`, rounded up, so that "1 min left" is true until the end. */
export function timeLeft(closesAt: Date, now: Date): TimeLeft {
  const minutes = Math.max(0, Math.ceil((closesAt.getTime() - now.getTime()) / MINUTE_MS));
  return { minutes, phase: phaseOf(minutes) };
}

function phaseOf(minutes: number): TimeLeftPhase {
  if (minutes === 0) return "over";
  if (minutes <= LAST_MINUTES) return "last";
  return minutes <= SOON_MINUTES ? "soon" : "calm";
}

/** Whether passing from one phase to another is worth a warning. An extension takes it back. */
export function isWarningDue(before: TimeLeftPhase, after: TimeLeftPhase): boolean {
  return before !== after && (after === "soon" || after === "last");
}
