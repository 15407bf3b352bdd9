import "server-only";
import { inTransaction } from "@/lib/data/client";
import { stopWaiting } from "@/lib/data/seats";
import type { Context } from "@/lib/operations/context";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Takes the visitor out of the lobby; they may come again. Who is not there stays as they are.
 *
 * @throws AppError "room-not-found" for somebody without a seat.
 */
export async function leaveLobby({ actor, now, announce }: Context<RoomVisitor>): Promise<void> {
  const { roomId } = actor;
  const seatId = requireOwnSeat(actor);
  const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
  if (await inTransaction((tx) => stopWaiting(tx, change))) announce(roomId);
}
