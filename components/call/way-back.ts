import { endOf, type CallEnd } from "@/lib/domain/call/call-end";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { requestJoin, requestState } from "./room-requests";

/** A new ticket, an end, or nothing: then ask again later. */
export type WayBack =
  | { kind: "enter"; ticket: string; view: Wire<RoomView> }
  | { kind: "end"; end: CallEnd }
  | { kind: "try-again" };

const TRY_AGAIN: WayBack = { kind: "try-again" };

/**
 * What to do after the media server let go. The room's decision says why, which the media server
 * does not; only those who may still be in ask for a new ticket, so that asking changes nothing.
 */
export async function findWayBack(roomId: string): Promise<WayBack> {
  const state = await requestState(roomId);
  if (!state.ok) return afterFailure(state.status);
  const reason = endOf(state.body.decision);
  if (reason) return { kind: "end", end: { reason, view: state.body } };
  return afterJoin(await requestJoin(roomId));
}

function afterJoin(joined: Awaited<ReturnType<typeof requestJoin>>): WayBack {
  if (!joined.ok) return afterFailure(joined.status);
  const { entry, view } = joined.body;
  if (entry) return { kind: "enter", ticket: entry.ticket, view };
  return { kind: "end", end: { reason: endOf(view.decision) ?? "decided", view } };
}

/** A server that is away or busy comes back; one that says no does not change its mind. */
function afterFailure(status: number): WayBack {
  const lasts = status >= 400 && status < 500 && status !== 408 && status !== 429;
  return lasts ? { kind: "end", end: { reason: "decided", view: null } } : TRY_AGAIN;
}
