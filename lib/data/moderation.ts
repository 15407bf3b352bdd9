import "server-only";
import type { Source } from "@/lib/domain/call/media-grant";
import type { Database } from "./client";

/** Lets a seat that is still on the roster in; false when it was in already or is no such seat. */
export async function markAdmitted(
  tx: Database,
  roomId: string,
  seatId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seatId, roomId, removedAt: null, admittedAt: null },
    data: { admittedAt: at, waitingSince: null },
  });
  return count === 1;
}

/** Makes an admitted seat wait again; false when it was not admitted, or said that it can't come. */
export async function markSentBack(
  tx: Database,
  roomId: string,
  seatId: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seatId, roomId, removedAt: null, admittedAt: { not: null }, excusedAt: null },
    data: { admittedAt: null, waitingSince: at, ticketedAt: null },
  });
  return count === 1;
}

/** Takes these sources, and no others, from seats that are on the roster; returns whose changed. */
export async function markWithheld(
  tx: Database,
  roomId: string,
  seatIds: readonly string[],
  withheld: readonly Source[],
): Promise<string[]> {
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE seats SET withheld_sources = ${[...withheld]}::text[]
    WHERE room_id = ${roomId}::uuid AND id = ANY(${[...seatIds]}::uuid[]) AND removed_at IS NULL
      AND NOT (withheld_sources @> ${[...withheld]}::text[] AND withheld_sources <@ ${[...withheld]}::text[])
    RETURNING id`;
  return changed.map(({ id }) => id);
}

/** Ids of the seats on a roster that have one of these roles. */
export async function listSeatIdsOfRoles(
  db: Database,
  roomId: string,
  roles: readonly ("attendee" | "consumer")[],
): Promise<string[]> {
  const seats = await db.seat.findMany({
    where: { roomId, removedAt: null, role: { in: [...roles] } },
    select: { id: true },
  });
  return seats.map(({ id }) => id);
}

/** Takes a webinar live; false when it was live already or is no webinar. */
export async function markLive(tx: Database, roomId: string, at: Date): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id: roomId, kind: "webinar", liveAt: null },
    data: { liveAt: at },
  });
  return count === 1;
}

/** Ends a room for everybody; false when it had ended before. */
export async function markRoomEnded(tx: Database, roomId: string, at: Date): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id: roomId, endedAt: null },
    data: { endedAt: at, version: { increment: 1 } },
  });
  return count === 1;
}

/**
 * Moves a room's closing if it still is what the asker saw; false when somebody else moved it
 * meanwhile.
 */
export async function markClosing(
  tx: Database,
  roomId: string,
  seen: Date,
  closesAt: Date,
): Promise<boolean> {
  // A program's room may close between two milliseconds, which are all that was seen.
  const asSeen = { gte: seen, lt: new Date(seen.getTime() + 1) };
  const { count } = await tx.room.updateMany({
    where: { id: roomId, closesAt: asSeen, endedAt: null },
    data: { closesAt, version: { increment: 1 }, calendarSequence: { increment: 1 } },
  });
  return count === 1;
}
