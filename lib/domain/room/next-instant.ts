import type { RoomView, Wire } from "./room-view";

/** Refusals that no clock takes back. */
const LASTS = new Set(["room-not-found", "cancelled", "moved", "too-late", "ended"]);

/**
 * The next instant at which the clock alone may change what a page shows: the opening for whoever
 * is early, the end of the window for everybody else. Null when nothing follows.
 */
export function nextInstant({ decision, room, serverNow }: Wire<RoomView>): Date | null {
  if (decision.kind === "refuse" && decision.reason === "too-early") {
    return new Date(decision.opensAt);
  }
  if (!room || (decision.kind === "refuse" && LASTS.has(decision.reason))) return null;
  const closesAt = new Date(room.closesAt);
  return closesAt > new Date(serverNow) ? closesAt : null;
}
