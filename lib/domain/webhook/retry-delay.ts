const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * How long a delivery waits after each failed try, in seconds: the schedule that Standard Webhooks
 * suggests, a little over three days in all.
 */
export const RETRY_DELAYS_SECONDS = [
  5,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

/** Waits are longer by up to this part, so that what failed together doesn't come back together. */
export const JITTER = 0.1;

/**
 * How long to wait after `failedTries` tries in a row have failed, in milliseconds; null when that
 * was the last one. `random` is from 0 up to, and not including, 1.
 */
export function retryDelayMs(failedTries: number, random: number): number | null {
  const seconds = RETRY_DELAYS_SECONDS[failedTries - 1];
  return seconds === undefined ? null : Math.round(seconds * 1000 * (1 + JITTER * random));
}
