const DAY_MS = 24 * 60 * 60_000;

/** How long a room that is over stays on the wire, unless a setting says otherwise. */
export const USUAL_GRACE_DAYS = 30;

/** Rooms that closed at this instant or before have vanished from the wire by `now`. */
export function vanishedBefore(now: Date, graceDays: number): Date {
  return new Date(now.getTime() - graceDays * DAY_MS);
}
