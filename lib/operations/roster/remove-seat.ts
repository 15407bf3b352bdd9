import "server-only";
import type { RemoveSeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { takeOffRoster } from "./core/take-off-roster";

/**
 * Takes somebody off the roster, out of a running call too, and writes to them.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", "seat-not-found",
 *   "last-presenter" or "call-unreachable".
 */
export async function removeSeat(
  ctx: Context<PlannerActor>,
  { roomId, seatId, reason }: RemoveSeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const actor = recordActorOf(ctx.actor);
  await takeOffRoster(ctx, { roomId, seatId, actor, byRole: null, reason, isTold: true });
}
