import "server-only";
import { database } from "@/lib/data/client";
import { findRosterLine, listRosterPage, type RosterLine } from "@/lib/data/roster";
import { AppError } from "@/lib/domain/errors";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";

/**
 * One page of a roster in the order in which people were added, the removed too, and the seat after
 * which the next one starts; null when this is the last.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function listRosterOf(
  ctx: Context<PlannerActor>,
  roomId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ seats: RosterLine[]; next: string | null }> {
  await requireSeenRoom(ctx, roomId);
  const found = await listRosterPage(database(), roomId, { after, limit: limit + 1 });
  const seats = found.slice(0, limit);
  return { seats, next: found.length > limit ? (seats.at(-1)?.id ?? null) : null };
}

/**
 * One line of a roster.
 *
 * @throws AppError "room-not-found", "seat-not-found" or "scope-missing".
 */
export async function readSeat(
  ctx: Context<PlannerActor>,
  { roomId, seatId }: { roomId: string; seatId: string },
): Promise<RosterLine> {
  await requireSeenRoom(ctx, roomId);
  const line = await findRosterLine(database(), roomId, seatId);
  if (!line) throw new AppError("seat-not-found", { roomId });
  return line;
}
