import "server-only";
import type { Database } from "./client";

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

/**
 * The raw id of each seat's person, by seat: the one that a program knows them by, of this resource
 * first; else the one made of their own id.
 */
export async function mapRawIds(
  tx: Database,
  resourceId: string,
  seatIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ seatId: string; rawId: string }[]>`
    SELECT s.id AS "seatId", coalesce(u.raw_id, '8:acs:' || ${resourceId} || '_' || s.person_id)
      AS "rawId"
    FROM seats s LEFT JOIN LATERAL (
      SELECT raw_id FROM acs_users
      WHERE organization_id = s.organization_id AND person_id = s.person_id
      ORDER BY resource_id <> ${resourceId}::uuid, created_at, raw_id LIMIT 1
    ) u ON true
    WHERE s.id = ANY(${[...seatIds]}::uuid[])`;
  return new Map(rows.map(({ seatId, rawId }) => [seatId, rawId]));
}

/** The seat in a room of whoever `mapRawIds` names so, or a program does; null for none. */
export async function findSeatOfRawId(
  tx: Database,
  resourceId: string,
  roomId: string,
  rawId: string,
): Promise<string | null> {
  const [seat] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM seats s
    WHERE s.room_id = ${roomId}::uuid AND (
      '8:acs:' || ${resourceId} || '_' || s.person_id = ${rawId}
      OR s.person_id = (
        SELECT person_id FROM acs_users
        WHERE organization_id = s.organization_id AND raw_id = ${rawId}))
    LIMIT 1`;
  return seat?.id ?? null;
}
