import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markSentBack } from "@/lib/data/moderation";
import { appendRecord } from "@/lib/data/record";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/room/permissions";
import { setSeatsRight } from "@/lib/operations/call/set-right";
import type { Context, SeatActor } from "@/lib/operations/context";
import { findStandingSeat } from "./find-standing-seat";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Makes somebody wait in the lobby again, out of the call. Means nothing where there is no lobby,
 * or for those who pass it.
 *
 * @throws AppError "room-not-found", "not-allowed", "seat-not-found" or "call-unreachable"; in the
 *   last case they wait all the same and the conductor puts them out.
 */
export async function sendBack(ctx: Context<SeatActor>, seatId: string): Promise<void> {
  const { roomId } = ctx.actor;
  const { room } = await requireSeat(ctx, "sendBackToLobby");
  const seat = await findStandingSeat(roomId, seatId);
  if (!seat) throw new AppError("seat-not-found", { roomId });
  if (!room.lobby || can(seat.role, "passLobby")) throw new AppError("not-allowed", { roomId });
  await inTransaction(async (tx) => {
    if (!(await markSentBack(tx, roomId, seatId, ctx.now))) return;
    await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "sent-back", { seatId });
  });
  ctx.announce(roomId);
  await setSeatsRight(ctx, roomId, [seatId]);
}
