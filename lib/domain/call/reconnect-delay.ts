/** How long a lost connection is tried for before it counts as lost for good. */
export const RECONNECT_FOR_MS = 150_000;

const FIRST_DELAY_MS = 300;
const LONGEST_DELAY_MS = 3_000;

/**
 * Milliseconds to wait before the next try, or null when it is time to give up. Grows with every
 * try and is spread by `chance` (0 up to 1), so that a whole audience does not come back at once.
 */
export function reconnectDelay(tries: number, elapsedMs: number, chance: number): number | null {
  if (elapsedMs >= RECONNECT_FOR_MS) return null;
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(tries, 10));
  return Math.round(delay * (0.5 + chance));
}
