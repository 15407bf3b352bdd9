import "server-only";
import { database } from "@/lib/data/client";
import { findRoom, type StoredRoom } from "@/lib/data/rooms";
import { findRoleOf } from "@/lib/data/roster";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";
import { isOver } from "@/lib/domain/room/window";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/** A room as whoever asks may see it. */
export type SeenRoom = {
  room: StoredRoom;
  /** The role of the member's own seat; null when they have none. */
  ownRole: Role | null;
  mayManage: boolean;
};

/**
 * The room, when this member or program may see it.
 *
 * @throws AppError "room-not-found" for everything else: what is another organization's, or not a
 *   host's own, does not exist for them; "scope-missing" for a program that may not read rooms.
 */
export async function requireSeenRoom(
  { actor }: Context<PlannerActor>,
  roomId: string,
): Promise<SeenRoom> {
  requireScope(actor, "rooms:read");
  const room = await findRoom(database(), actor.organizationId, roomId);
  if (!room) throw new AppError("room-not-found");
  if (actor.kind === "program") {
    return { room, ownRole: null, mayManage: actor.scopes.includes("rooms:write") };
  }
  const ownRole = await findRoleOf(database(), roomId, actor.personId);
  if (!ownRole && !staffCan(actor.staffRole, "seeEveryRoom")) throw new AppError("room-not-found");
  const leads = ownRole !== null && can(ownRole, "changeRoles");
  return { room, ownRole, mayManage: leads || staffCan(actor.staffRole, "manageEveryRoom") };
}

/**
 * The room, when this member or program may plan it and work on its roster.
 *
 * @throws AppError "room-not-found", "not-allowed" for a host who only sits in it, or
 *   "scope-missing" for a program that may not change rooms.
 */
export async function requireManagedRoom(
  ctx: Context<PlannerActor>,
  roomId: string,
): Promise<StoredRoom> {
  const { room, mayManage } = await requireSeenRoom(ctx, roomId);
  requireScope(ctx.actor, "rooms:write");
  if (!mayManage) throw new AppError("not-allowed", { roomId });
  return room;
}

/**
 * The room, when this member or program may plan it and it still takes place.
 *
 * @throws AppError as `requireManagedRoom`, and "room-is-over" when it is over, ended, cancelled or
 *   moved.
 */
export async function requireStandingRoom(
  ctx: Context<PlannerActor>,
  roomId: string,
): Promise<StoredRoom> {
  const room = await requireManagedRoom(ctx, roomId);
  if (!takesPlace(room, ctx.now)) throw new AppError("room-is-over", { roomId });
  return room;
}

/** Whether the room is still to come or going on. */
export function takesPlace(room: StoredRoom, now: Date): boolean {
  return !isOver(room.window, now) && !room.endedAt && !room.cancelledAt && !room.movedToId;
}
