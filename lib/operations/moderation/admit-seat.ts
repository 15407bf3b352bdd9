import "server-only";
import { inTransaction } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import { admit } from "@/lib/operations/roster/core/admit";
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
  const actor = actorOf(ctx);
  const how = await inTransaction((tx) => admit(tx, { roomId, seatId, actor, at: ctx.now }));
  ctx.announce(roomId, how);
}
