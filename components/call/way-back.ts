import { endOf, type CallEnd } from "@/lib/domain/call/call-end";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { requestJoin, requestState } from "./room-requests";

/** A new ticket, an end, or nothing: then ask again later. */
export type WayBack<View, End> =
  { kind: "enter"; ticket: string; view: View } | { kind: "end"; end: End } | { kind: "try-again" };

type WayBackToRoom = WayBack<Wire<RoomView>, CallEnd>;

/**
 * What to do after the media server let go. The room's decision says why, which the media server
 * does not; only those who may still be in ask for a new ticket, so that asking changes nothing.
 */
export async function findWayBack(roomId: string): Promise<WayBackToRoom> {
  const state = await requestState(roomId);
  if (!state.ok) return afterFailure(state.status);
  const reason = endOf(state.body.decision);
  if (reason) return { kind: "end", end: { reason, view: state.body } };
  return afterJoin(await requestJoin(roomId));
}

function afterJoin(joined: Awaited<ReturnType<typeof requestJoin>>): WayBackToRoom {
  if (!joined.ok) return afterFailure(joined.status);
  const { entry, view } = joined.body;
  if (entry) return { kind: "enter", ticket: entry.ticket, view };
  return { kind: "end", end: { reason: endOf(view.decision) ?? "decided", view } };
}

function afterFailure(status: number): WayBackToRoom {
  if (!isLasting(status)) return { kind: "try-again" };
  return { kind: "end", end: { reason: "decided", view: null } };
}

/** A server that is away or busy comes back; one that says no does not change its mind. */
export function isLasting(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
}
