/** The highest position that is asked for; no record comes near it. */
export const MAX_POSITION = 999_999_999;

const POSITION = /^\d{1,9}$/;

/** The line of a record that an address names to go on after; 0, the beginning, for anything else. */
export function readPosition(asked: unknown): number {
  return typeof asked === "string" && POSITION.test(asked) ? Number(asked) : 0;
}
