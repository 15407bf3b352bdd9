import "server-only";
import type { Role } from "@/lib/domain/room/role";
import { setSeatsRight } from "@/lib/operations/call/set-right";
import type { Context, SeatActor } from "@/lib/operations/context";
import { setSeatRole } from "@/lib/operations/roster/core/set-seat-role";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Gives a seat another role, in the running call at once: first the database, then the grant.
 *
 * @throws AppError "room-not-found", "not-allowed", "seat-not-found", "last-presenter" or
 *   "call-unreachable"; in the last case the role stands and the conductor carries it over.
 */
export async function changeRoleInCall(
  ctx: Context<SeatActor>,
  seatId: string,
  role: Role,
): Promise<void> {
  const { roomId } = ctx.actor;
  await requireSeat(ctx, "changeRoles");
  await setSeatRole(ctx, { roomId, seatId, actor: actorOf(ctx), role, isTold: false });
  await setSeatsRight(ctx, roomId, [seatId]);
}
