import "server-only";
import { database } from "@/lib/data/client";
import { findSeat, type StoredSeat } from "@/lib/data/roster";
import { isId } from "@/lib/domain/id";

/** A seat that is on this room's roster now; null for one that was removed, and for any other. */
export async function findStandingSeat(roomId: string, seatId: string): Promise<StoredSeat | null> {
  const seat = isId(seatId) ? await findSeat(database(), roomId, seatId) : null;
  return seat && !seat.removedAt ? seat : null;
}
