import "server-only";
import type { StoredRoom } from "@/lib/data/rooms";
import { roomState, type RoomState } from "@/lib/domain/room/room-state";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "./require-room";

/** A room and where it stands. */
export type PlannedRoom = StoredRoom & { state: RoomState };

/**
 * A room without its roster.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function readRoom(ctx: Context<PlannerActor>, roomId: string): Promise<PlannedRoom> {
  const { room } = await requireSeenRoom(ctx, roomId);
  return withState(room, ctx.now);
}

export function withState(room: StoredRoom, now: Date): PlannedRoom {
  return { ...room, state: roomState(room, now) };
}
