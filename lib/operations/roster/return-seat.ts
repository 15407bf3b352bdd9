import "server-only";
import type { SeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { putBackOnRoster } from "./core/put-back-on-roster";

/**
 * Lets somebody back who was removed, and invites them anew.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over" or "seat-not-found".
 */
export async function returnSeat(
  ctx: Context<PlannerActor>,
  { roomId, seatId }: SeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const actor = recordActorOf(ctx.actor);
  await putBackOnRoster(ctx, { roomId, seatId, actor, isTold: true, isLetIn: false });
}
