import "server-only";
import type { AcsParticipant } from "@/lib/domain/acs/acs-room";
import type { RosterPlan, StandingSeat } from "@/lib/domain/acs/plan-roster";
import { database, type Database } from "./client";
import { Prisma } from "./generated/client";
import { rawIdOfSeat } from "./raw-id-of-seat";

export type ListedParticipant = AcsParticipant & { seatId: string };

/**
 * Participants behind that seat, in the order in which they came. Whoever has no raw id yet is
 * called by one made of this resource's and their own.
 */
export function listAcsParticipants(
  { resourceId }: { resourceId: string },
  roomId: string,
  behindSeatId: string | null,
  limit: number,
): Promise<ListedParticipant[]> {
  const place = behindSeatId ? Prisma.sql`AND s.id > ${behindSeatId}::uuid` : Prisma.empty;
  return database().$queryRaw`
    SELECT s.id AS "seatId", s.role, ${rawIdOfSeat(resourceId)} AS "rawId" FROM seats s
    WHERE s.room_id = ${roomId}::uuid AND s.removed_at IS NULL ${place}
    ORDER BY s.id LIMIT ${limit}`;
}

/** The people behind those of the raw ids that stand for somebody. Callers have checked their form. */
export async function findPeopleOf(
  tx: Database,
  { organizationId, resourceId }: { organizationId: string; resourceId: string },
  rawIds: readonly string[],
): Promise<string[]> {
  if (rawIds.length === 0) return [];
  const people = await tx.$queryRaw<{ personId: string }[]>`
    SELECT person_id AS "personId" FROM acs_users
    WHERE organization_id = ${organizationId}::uuid AND raw_id = ANY(${[...rawIds]}::text[])
      AND person_id IS NOT NULL
    UNION
    SELECT p.id FROM people p JOIN unnest(${[...rawIds]}::text[]) g (raw_id)
      ON p.id = right(g.raw_id, 36)::uuid AND g.raw_id = '8:acs:' || ${resourceId} || '_' || p.id
    WHERE p.organization_id = ${organizationId}::uuid`;
  return people.map(({ personId }) => personId);
}

/** The seats of these people in a room, removed or not. */
export function listSeatsOf(
  tx: Database,
  roomId: string,
  personIds: readonly string[],
): Promise<StandingSeat[]> {
  return tx.$queryRaw`
    SELECT s.id, s.person_id AS "personId", s.role, s.capacity,
      s.removed_at IS NOT NULL AS "isRemoved", p.email IS NOT NULL AS "hasAddress"
    FROM seats s JOIN people p ON p.id = s.person_id
    WHERE s.room_id = ${roomId}::uuid AND s.person_id = ANY(${[...personIds]}::uuid[])`;
}

/** Adds people to a roster, in their order. Returns each seat with whether they can be written to. */
export async function insertSeats(
  tx: Database,
  { organizationId, roomId }: { organizationId: string; roomId: string },
  added: RosterPlan["added"],
): Promise<{ id: string; role: AcsParticipant["role"]; hasAddress: boolean }[]> {
  if (added.length === 0) return [];
  return tx.$queryRaw`
    WITH seat AS (
      INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
      SELECT uuidv7(), ${organizationId}::uuid, ${roomId}::uuid, g.person_id, g.role::"Role",
        g.capacity::"Capacity"
      FROM ${unnested(added)} ORDER BY g.nth
      RETURNING id, person_id, role
    )
    SELECT s.id, s.role, p.email IS NOT NULL AS "hasAddress"
    FROM seat s JOIN people p ON p.id = s.person_id ORDER BY s.id`;
}

/** Gives seats their role and capacity; whoever was removed is back and waits to be admitted anew. */
export async function changeSeats(
  tx: Database,
  roomId: string,
  changed: RosterPlan["changed"],
): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ seat, ...rest }) => ({ personId: seat.personId, ...rest }));
  await tx.$executeRaw`
    UPDATE seats s SET role = g.role::"Role", capacity = g.capacity::"Capacity",
      admitted_at = CASE WHEN removed_at IS NULL THEN admitted_at END,
      waiting_since = CASE WHEN removed_at IS NULL THEN waiting_since END,
      removed_at = NULL, removed_by_role = NULL, removed_reason = NULL, removed_from_call = false,
      asked_to_return_at = NULL
    FROM ${unnested(rows)}
    WHERE s.room_id = ${roomId}::uuid AND s.person_id = g.person_id`;
}

function unnested(rows: RosterPlan["added"]): Prisma.Sql {
  return Prisma.sql`unnest(${rows.map(({ personId }) => personId)}::uuid[],
    ${rows.map(({ role }) => role)}::text[], ${rows.map(({ capacity }) => capacity)}::text[])
    WITH ORDINALITY AS g (person_id, role, capacity, nth)`;
}
