import "server-only";
import type { Database } from "./client";
import { rawIdOfSeat } from "./raw-id-of-seat";

export type CalledRoom = { roomId: string; seatId: string | null };

/** The organization's room with that id of ACS's form, and the person's seat there; null for none. */
export async function findCalledRoom(
  tx: Database,
  organizationId: string,
  acsId: string,
  personId: string | null,
): Promise<CalledRoom | null> {
  const [room] = await tx.$queryRaw<CalledRoom[]>`
    SELECT r.id AS "roomId", s.id AS "seatId"
    FROM rooms r LEFT JOIN seats s ON s.room_id = r.id AND s.person_id = ${personId}::uuid
    WHERE r.organization_id = ${organizationId}::uuid AND r.acs_id = ${acsId}`;
  return room ?? null;
}

/** What a program of this resource calls the person of each seat, by seat. */
export async function mapRawIds(
  tx: Database,
  resourceId: string,
  seatIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ seatId: string; rawId: string }[]>`
    SELECT s.id AS "seatId", ${rawIdOfSeat(resourceId)} AS "rawId"
    FROM seats s WHERE s.id = ANY(${[...seatIds]}::uuid[])`;
  return new Map(rows.map(({ seatId, rawId }) => [seatId, rawId]));
}
