import "server-only";
import { inTransaction } from "@/lib/data/client";
import { listSeatIdsOfRoles, markWithheld } from "@/lib/data/moderation";
import { database } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import type { Source } from "@/lib/domain/call/media-grant";
import { AppError } from "@/lib/domain/errors";
import { setSeatsRight } from "@/lib/operations/call/set-right";
import type { Context, SeatActor } from "@/lib/operations/context";
import { findStandingSeat } from "./find-standing-seat";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Takes exactly these sources from one seat, or from every attendee's, and gives back all others
 * that their roles have; in the running call at once.
 *
 * @param seatId null means all attendees.
 * @throws AppError "room-not-found", "not-allowed", "seat-not-found" or "call-unreachable"; in the
 *   last case the change stands and the conductor carries it over.
 */
export async function withholdSources(
  ctx: Context<SeatActor>,
  seatId: string | null,
  withheld: readonly Source[],
): Promise<void> {
  const { roomId } = ctx.actor;
  await requireSeat(ctx, "muteOthers");
  const meant = seatId === null ? await listAttendees(roomId) : [await standing(roomId, seatId)];
  const changed = await inTransaction(async (tx) => {
    const seatIds = await markWithheld(tx, roomId, meant, withheld);
    for (const id of seatIds) {
      const facts = { seatId: id, withheld: [...withheld] };
      await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "sources-changed", facts);
    }
    return seatIds;
  });
  ctx.announce(roomId);
  await setSeatsRight(ctx, roomId, changed);
}

function listAttendees(roomId: string): Promise<string[]> {
  return listSeatIdsOfRoles(database(), roomId, ["attendee"]);
}

async function standing(roomId: string, seatId: string): Promise<string> {
  const seat = await findStandingSeat(roomId, seatId);
  if (!seat) throw new AppError("seat-not-found", { roomId });
  return seat.id;
}
