import type { Problem } from "@/lib/domain/problem";
import { MAX_WINDOW_DAYS, type Window } from "@/lib/domain/room/window";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How far back a start may lie, so that one can plan for "now" while the clock goes on. */
export const START_GRACE_MINUTES = 5;

const YEAR_2100 = new Date("2100-01-01T00:00:00Z");

/** What is wrong with a window wherever it comes from; null when nothing is. */
export function findWindowProblem(window: Window): Problem | null {
  const lengthMs = window.closesAt.getTime() - window.opensAt.getTime();
  return findLengthProblem(lengthMs) ?? (isTooFarAhead(window) ? "too-far-ahead" : null);
}

/** What is wrong with the length of a window, whenever it begins; null when nothing is. */
export function findLengthProblem(lengthMs: number): Problem | null {
  if (Number.isNaN(lengthMs)) return "not-valid";
  if (lengthMs < 0) return "ends-before-start";
  if (lengthMs < MINUTE_MS) return "too-short";
  return lengthMs > MAX_WINDOW_DAYS * DAY_MS ? "window-too-long" : null;
}

/** Whether a window ends in the year 2100 or later. */
export function isTooFarAhead({ closesAt }: Window): boolean {
  return closesAt >= YEAR_2100;
}

/** Whether a window that is planned at `now` would begin in the past. */
export function beginsInThePast({ opensAt }: Window, now: Date): boolean {
  return opensAt.getTime() < now.getTime() - START_GRACE_MINUTES * MINUTE_MS;
}
