import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markAdmitted } from "@/lib/data/moderation";
import { appendRecord } from "@/lib/data/record";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import { findStandingSeat } from "./find-standing-seat";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Lets somebody in from the lobby; their page hears of it and goes in by itself. Whoever was let in
 * already stays so.
 *
 * @throws AppError "room-not-found", "not-allowed" or "seat-not-found".
 */
export async function admitSeat(ctx: Context<SeatActor>, seatId: string): Promise<void> {
  const { roomId } = ctx.actor;
  await requireSeat(ctx, "admitFromLobby");
  if (!(await findStandingSeat(roomId, seatId))) throw new AppError("seat-not-found", { roomId });
  await inTransaction(async (tx) => {
    if (!(await markAdmitted(tx, roomId, seatId, ctx.now))) return;
    await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "admitted", { seatId });
  });
  ctx.announce(roomId, { letIn: seatId });
}
