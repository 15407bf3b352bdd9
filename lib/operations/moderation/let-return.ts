import "server-only";
import type { Context, SeatActor } from "@/lib/operations/context";
import { putBackOnRoster } from "@/lib/operations/roster/core/put-back-on-roster";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Lets somebody back who was removed, past the lobby: whoever leads has just said that they may
 * come in.
 *
 * @throws AppError "room-not-found", "not-allowed" or "seat-not-found".
 */
export async function letReturn(ctx: Context<SeatActor>, seatId: string): Promise<void> {
  const { roomId } = ctx.actor;
  await requireSeat(ctx, "bringIn");
  const actor = actorOf(ctx);
  await putBackOnRoster(ctx, { roomId, seatId, actor, isTold: false, isLetIn: true });
}
