import "server-only";
import { database } from "@/lib/data/client";
import { listLinks, type ListedLink } from "@/lib/data/personal-links";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireManagedRoom } from "@/lib/operations/rooms/require-room";
import { requireSeatOfRoom } from "@/lib/operations/roster/require-seat-of-room";

/**
 * The links a seat was given, newest first, used, unused and revoked.
 *
 * @throws AppError "room-not-found", "not-allowed" or "seat-not-found".
 */
export async function listLinksOfSeat(
  ctx: Context<PlannerActor>,
  { roomId, seatId }: { roomId: string; seatId: string },
): Promise<ListedLink[]> {
  await requireManagedRoom(ctx, roomId);
  await requireSeatOfRoom(roomId, seatId);
  return listLinks(database(), seatId);
}
