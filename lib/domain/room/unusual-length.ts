import type { RoomKind } from "./room-kind";

const USUAL_HOURS = { visit: 12, meeting: 24, webinar: 72 } as const satisfies Record<
  RoomKind,
  number
>;

/** Whether a length is so unusual for this kind of room that its editor is asked about it first. */
export function isUnusuallyLong(kind: RoomKind, minutes: number): boolean {
  return minutes > USUAL_HOURS[kind] * 60;
}
