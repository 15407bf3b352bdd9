import type { Problem } from "@/lib/domain/problem";
import { MAX_WINDOW_DAYS, type Window } from "@/lib/domain/room/window";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How far back a start may lie, so that one can plan for "now" while the clock goes on. */
export const START_GRACE_MINUTES = 5;

const YEAR_2100 = new Date("2100-01-01T00:00:00Z");

/** What is wrong with a window wherever it comes from; null when nothing is. */
export function findWindowProblem({ opensAt, closesAt }: Window): Problem | null {
  const lengthMs = closesAt.getTime() - opensAt.getTime();
  if (Number.isNaN(lengthMs)) return "not-valid";
  if (lengthMs < 0) return "ends-before-start";
  if (lengthMs < MINUTE_MS) return "too-short";
  if (lengthMs > MAX_WINDOW_DAYS * DAY_MS) return "window-too-long";
  return closesAt < YEAR_2100 ? null : "too-far-ahead";
}

/** Whether a window that is planned at `now` would begin in the past. */
export function beginsInThePast({ opensAt }: Window, now: Date): boolean {
  return opensAt.getTime() < now.getTime() - START_GRACE_MINUTES * MINUTE_MS;
}
