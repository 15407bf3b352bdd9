import "server-only";
import { database } from "@/lib/data/client";
import { findSeat, type StoredSeat } from "@/lib/data/roster";
import { AppError } from "@/lib/domain/errors";

/**
 * A seat on that room's roster, removed or not.
 *
 * @throws AppError "seat-not-found".
 */
export async function requireSeatOfRoom(roomId: string, seatId: string): Promise<StoredSeat> {
  const seat = await findSeat(database(), roomId, seatId);
  if (!seat) throw new AppError("seat-not-found", { roomId });
  return seat;
}
