import { isOpen, isOver, type Window } from "./window";

export const ROOM_STATES = ["coming", "open", "over", "ended", "cancelled", "moved"] as const;

/** Where a room stands, for lists and headings. */
export type RoomState = (typeof ROOM_STATES)[number];

export type RoomStateFacts = {
  window: Window;
  cancelledAt: Date | null;
  movedToId: string | null;
  endedAt: Date | null;
};

/** The first that applies, in the order in which the decision looks at a room. */
export function roomState(room: RoomStateFacts, now: Date): RoomState {
  if (room.cancelledAt) return "cancelled";
  if (room.movedToId) return "moved";
  if (isOver(room.window, now)) return "over";
  if (room.endedAt) return "ended";
  return isOpen(room.window, now) ? "open" : "coming";
}
