import "server-only";
import { database } from "@/lib/data/client";
import { findLastDate, type LastDate, type StoredRoom } from "@/lib/data/rooms";
import { listRoster, type RosterLine } from "@/lib/data/roster";
import { roomState, type RoomState } from "@/lib/domain/room/room-state";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom, takesPlace } from "./require-room";

export type RoomDetail = {
  room: StoredRoom;
  state: RoomState;
  /** It can still be changed and this member may. */
  mayChange: boolean;
  /** This member may plan it, over or not. */
  mayManage: boolean;
  /** The member's own line of the roster, while they are on it. */
  ownSeatId: string | null;
  /** The date that took its place, should it have been moved; that one may have been called off since. */
  movedTo: LastDate | null;
  roster: RosterLine[];
};

/**
 * A room with its roster, for the page about it.
 *
 * @throws AppError "room-not-found".
 */
export async function getRoom(ctx: Context<PlannerActor>, roomId: string): Promise<RoomDetail> {
  const { room, mayManage } = await requireSeenRoom(ctx, roomId);
  const [roster, movedTo] = await Promise.all([
    listRoster(database(), roomId),
    room.movedToId ? findLastDate(database(), roomId) : null,
  ]);
  const ownPersonId = ctx.actor.kind === "member" ? ctx.actor.personId : null;
  const own = roster.find(({ personId }) => personId === ownPersonId);
  return {
    room,
    state: roomState(room, ctx.now),
    mayManage,
    mayChange: mayManage && takesPlace(room, ctx.now),
    ownSeatId: own && !own.removedAt ? own.id : null,
    movedTo,
    roster,
  };
}
