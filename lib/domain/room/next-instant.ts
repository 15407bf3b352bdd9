import { isFull } from "./decision";
import type { RoomView, Wire } from "./room-view";

/** How long after an instant a page asks what holds now, so that the server's clock has passed it too. */
export const AFTER_INSTANT_MS = 60;

/** Refusals that no clock takes back. */
const LASTS = new Set(["room-not-found", "cancelled", "moved", "too-late", "ended"]);

/**
 * The next instant at which the clock alone may change what a page shows: the opening for whoever
 * is early, the next time at which others may stop counting for whoever finds the room full, the end
 * of a place that is kept for whoever was in it, and the end of the window for everybody else. Null
 * when nothing follows.
 */
export function nextInstant({ decision, room, me, serverNow }: Wire<RoomView>): Date | null {
  if (decision.kind === "refuse" && decision.reason === "too-early") {
    return new Date(decision.opensAt);
  }
  if (!room || (decision.kind === "refuse" && LASTS.has(decision.reason))) return null;
  const closesAt = new Date(room.closesAt);
  if (closesAt <= new Date(serverNow)) return null;
  const placeChangesAt = isFull(decision) ? decision.mayChangeAt : me?.placeUntil;
  const mayChangeAt = placeChangesAt && new Date(placeChangesAt);
  return mayChangeAt && mayChangeAt < closesAt ? mayChangeAt : closesAt;
}
