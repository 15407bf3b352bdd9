import "server-only";
import type { Role } from "@/lib/domain/room/role";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { LAST_DATE } from "./last-date";
import { changeSeatOnce, type SeatChange } from "./seat-change";

/**
 * Keeps a removed person's wish to come back, in a transaction. False when they asked before or are
 * not removed.
 */
export function markAskedToReturn(tx: Database, change: SeatChange): Promise<boolean> {
  return changeSeatOnce(tx, change, "asked-to-return", {
    set: Prisma.sql`asked_to_return_at = ${change.at}::timestamptz`,
    where: Prisma.sql`removed_at IS NOT NULL AND asked_to_return_at IS NULL`,
  });
}

/** A person's seat in a room, removed or not; null when they never had one. */
export async function findSeatOfPerson(
  tx: Database,
  roomId: string,
  personId: string,
): Promise<string | null> {
  const where = { roomId_personId: { roomId, personId } };
  const seat = await tx.seat.findUnique({ where, select: { id: true } });
  return seat?.id ?? null;
}

export type SeatAfterMove = { id: string; roomId: string; closesAt: Date };

/** The seat of the same person in the room that this one was moved to at last; null for none. */
export async function findSeatAfterMove(
  tx: Database,
  roomId: string,
  seatId: string,
): Promise<SeatAfterMove | null> {
  const [seat] = await tx.$queryRaw<SeatAfterMove[]>`
    SELECT there.id, there.room_id AS "roomId", m.closes_at AS "closesAt"
    FROM seats here
    JOIN rooms r ON r.id = here.room_id
    JOIN ${LAST_DATE} m ON true
    JOIN seats there ON there.room_id = m.id AND there.person_id = here.person_id
    WHERE here.id = ${seatId}::uuid AND here.room_id = ${roomId}::uuid
      AND here.removed_at IS NULL AND there.removed_at IS NULL`;
  return seat ?? null;
}

/** The names of those on a roster with one of these roles. */
export async function listNamesByRole(
  tx: Database,
  roomId: string,
  roles: Role[],
): Promise<string[]> {
  const seats = await tx.seat.findMany({
    where: { roomId, role: { in: roles }, removedAt: null },
    select: { person: { select: { name: true } } },
  });
  return seats.map(({ person }) => person.name);
}
