import type { Attempt } from "./attempt";
import { retryDelayMs } from "./retry-delay";

const DAY_MS = 24 * 60 * 60 * 1000;

/** An endpoint that did nothing but fail for so long is turned off. */
export const FAILING_LIMIT_MS = 5 * DAY_MS;

/** After a try that ran out of time an endpoint is left alone for so long, but for one try. */
export const REST_MS = 60_000;

const GONE = 410;

/** Why an endpoint is off: somebody turned it off, it answered 410, or it failed for days. */
export const OFF_REASONS = ["by-hand", "gone", "failing"] as const;

export type OffReason = (typeof OFF_REASONS)[number];

type Question = {
  attempt: Attempt;
  /** Failed tries of this delivery before this one, since it was made or last sent again. */
  failedTries: number;
  /** Since when the endpoint has done nothing but fail; null when its last try got through. */
  failingSince: Date | null;
  now: Date;
  /** From 0 up to, and not including, 1. */
  random: number;
};

/** What follows from a try, for the delivery and for its endpoint. */
export type Consequence = {
  delivery:
    | { state: "delivered" }
    | { state: "failed"; failedTries: number }
    | { state: "pending"; failedTries: number; dueAt: Date };
  endpoint: { failingSince: Date | null; restingUntil: Date | null; off: OffReason | null };
};

/** Decides what follows from one try. A delivery whose endpoint goes off with it waits no longer. */
export function decideAfterAttempt(question: Question): Consequence {
  const { attempt, now, random } = question;
  if (attempt.error === null) {
    const endpoint = { failingSince: null, restingUntil: null, off: null };
    return { delivery: { state: "delivered" }, endpoint };
  }
  const failedTries = question.failedTries + 1;
  const failingSince = question.failingSince ?? now;
  const off = offReason(attempt, failingSince, now);
  const restingUntil = attempt.error === "timeout" ? new Date(now.getTime() + REST_MS) : null;
  const endpoint = { failingSince, restingUntil, off };
  const delayMs = off === null ? retryDelayMs(failedTries, random) : null;
  if (delayMs === null) return { delivery: { state: "failed", failedTries }, endpoint };
  const dueAt = new Date(now.getTime() + delayMs);
  return { delivery: { state: "pending", failedTries, dueAt }, endpoint };
}

function offReason({ status }: Attempt, failingSince: Date, now: Date): OffReason | null {
  if (status === GONE) return "gone";
  return now.getTime() - failingSince.getTime() >= FAILING_LIMIT_MS ? "failing" : null;
}
