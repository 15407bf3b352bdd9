import "server-only";
import { inTransaction } from "@/lib/data/client";
import { leaveLine } from "@/lib/data/line";
import { stopWaiting } from "@/lib/data/seat-lobby";
import type { Context } from "@/lib/operations/context";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Takes the visitor out of the lobby, and out of the line for a place unless they keep theirs in it;
 * they may come again, to its end. Who is not there stays as they are.
 *
 * @throws AppError "room-not-found" for somebody without a seat.
 */
export async function leaveLobby(
  { actor, now, announce }: Context<RoomVisitor>,
  { keepsPlace = false }: { keepsPlace?: boolean } = {},
): Promise<void> {
  const { roomId } = actor;
  const seatId = requireOwnSeat(actor);
  const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
  const hasLeft = await inTransaction(async (tx) => {
    const hasLeftLine = !keepsPlace && (await leaveLine(tx, seatId));
    return (await stopWaiting(tx, change)) || hasLeftLine;
  });
  if (hasLeft) announce(roomId);
}
