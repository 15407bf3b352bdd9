import "server-only";
import { inTransaction } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import type { SeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { admit } from "./core/admit";
import { requireSeatOfRoom } from "./require-seat-of-room";

/**
 * Lets somebody past the lobby who waits there or comes later; staff need not be in the call for it.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", or "seat-not-found", also for
 *   somebody who was removed.
 */
export async function admitFromLobby(
  ctx: Context<PlannerActor>,
  { roomId, seatId }: SeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const seat = await requireSeatOfRoom(roomId, seatId);
  if (seat.removedAt) throw new AppError("seat-not-found", { roomId });
  const actor = recordActorOf(ctx.actor);
  const how = await inTransaction((tx) => admit(tx, { roomId, seatId, actor, at: ctx.now }));
  ctx.announce(roomId, how);
}
