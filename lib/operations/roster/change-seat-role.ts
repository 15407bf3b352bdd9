import "server-only";
import type { ChangeSeatRoleInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { setSeatRole } from "./core/set-seat-role";

/**
 * Gives somebody on the roster another role and writes to them.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", "seat-not-found" or
 *   "last-presenter".
 */
export async function changeSeatRole(
  ctx: Context<PlannerActor>,
  { roomId, seatId, role }: ChangeSeatRoleInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const actor = recordActorOf(ctx.actor);
  await setSeatRole(ctx, { roomId, seatId, actor, role, isTold: true });
}
