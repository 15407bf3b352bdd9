import "server-only";
import { isId } from "@/lib/domain/id";
import { LEADING_CAPACITIES } from "@/lib/domain/mail/mail-facts";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { Database } from "./client";
import { Prisma } from "./generated/client";

export type NewSeat = {
  organizationId: string;
  roomId: string;
  personId: string;
  role: Role;
  capacity: Capacity;
};

export type AddedSeat = { id: string; wasRemoved: boolean };

/**
 * Puts a person on a roster. Whoever was removed comes back with the new role and capacity and
 * waits to be admitted again. Null, and nothing done, when they sit there already.
 */
export async function addSeat(
  tx: Database,
  { organizationId, roomId, personId, role, capacity }: NewSeat,
): Promise<AddedSeat | null> {
  // One statement settles the race of two editors who add the same person.
  const [seat] = await tx.$queryRaw<AddedSeat[]>`
    INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
    VALUES (uuidv7(), ${organizationId}::uuid, ${roomId}::uuid, ${personId}::uuid,
      ${role}::"Role", ${capacity}::"Capacity")
    ON CONFLICT (room_id, person_id) DO UPDATE
      SET role = excluded.role, capacity = excluded.capacity, removed_at = NULL,
        removed_by_role = NULL, removed_reason = NULL, removed_from_call = false,
        asked_to_return_at = NULL, waiting_since = NULL, admitted_at = NULL
      WHERE seats.removed_at IS NOT NULL
    RETURNING id, xmax <> 0 AS "wasRemoved"`;
  return seat ?? null;
}

/** Copies a roster without those who were removed; nobody is admitted there yet. */
export async function copyRoster(tx: Database, fromRoomId: string, toRoomId: string) {
  return tx.$queryRaw<{ id: string; role: Role }[]>`
    INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity, missing_requirements)
    SELECT uuidv7(), organization_id, ${toRoomId}::uuid, person_id, role, capacity, missing_requirements
    FROM seats WHERE room_id = ${fromRoomId}::uuid AND removed_at IS NULL ORDER BY id
    RETURNING id, role`;
}

/** Ids of the seats that have an address to write to and were not removed. */
export async function listReachableSeatIds(tx: Database, roomId: string): Promise<string[]> {
  const seats = await tx.seat.findMany({
    where: { roomId, removedAt: null, person: { email: { not: null } } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return seats.map(({ id }) => id);
}

/** Ids of the seats of those who lead that have an address to write to and were not removed. */
export async function listLeadingSeatIds(tx: Database, roomId: string): Promise<string[]> {
  const seats = await tx.seat.findMany({
    where: {
      roomId,
      removedAt: null,
      capacity: { in: [...LEADING_CAPACITIES] },
      person: { email: { not: null } },
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return seats.map(({ id }) => id);
}

/** The role of a person's seat in a room; null when they have none or were removed. */
export async function findRoleOf(
  tx: Database,
  roomId: string,
  personId: string,
): Promise<Role | null> {
  const seat = await tx.seat.findUnique({
    where: { roomId_personId: { roomId, personId }, removedAt: null },
    select: { role: true },
  });
  return seat?.role ?? null;
}

export type StoredSeat = {
  id: string;
  role: Role;
  capacity: Capacity;
  name: string;
  email: string | null;
  removedAt: Date | null;
};

/** A seat of that room, removed or not; null when it is none of the room's. */
export async function findSeat(
  tx: Database,
  roomId: string,
  seatId: string,
): Promise<StoredSeat | null> {
  if (!isId(seatId)) return null;
  const seat = await tx.seat.findUnique({
    where: { id: seatId, roomId },
    select: {
      id: true,
      role: true,
      capacity: true,
      removedAt: true,
      person: { select: { name: true, email: true } },
    },
  });
  if (!seat) return null;
  const { person, ...rest } = seat;
  return { ...rest, ...person };
}

export type RosterLine = StoredSeat & {
  personId: string;
  /** IANA name. */
  timeZone: string;
  birthYear: number | null;
  removedByRole: Role | null;
  removedReason: string | null;
  askedToReturnAt: Date | null;
  excusedAt: Date | null;
  excuseReason: string | null;
  isInside: boolean;
  /** Links that still open the door. */
  liveLinkCount: number;
  /**
   * No link of theirs opens the door, or they have none and no address for one; and there is no other
   * way in.
   */
  isLockedOut: boolean;
};

const LINES = Prisma.sql`
    SELECT s.id, s.role, s.capacity, s.removed_at AS "removedAt", s.person_id AS "personId",
      p.name, p.email::text, p.time_zone AS "timeZone", p.birth_year AS "birthYear",
      s.removed_by_role AS "removedByRole", s.removed_reason AS "removedReason",
      s.asked_to_return_at AS "askedToReturnAt",
      s.excused_at AS "excusedAt", s.excuse_reason AS "excuseReason",
      EXISTS (
        SELECT FROM presence i JOIN calls c ON c.id = i.call_id
        WHERE i.seat_id = s.id AND i.left_at IS NULL AND c.ended_at IS NULL
      ) AS "isInside",
      (SELECT count(*)::int FROM personal_links l
        WHERE l.seat_id = s.id AND l.revoked_at IS NULL) AS "liveLinkCount",
      (SELECT coalesce(bool_and(l.revoked_at IS NOT NULL), p.email IS NULL) FROM personal_links l
        WHERE l.seat_id = s.id)
        AND NOT EXISTS (SELECT FROM members m WHERE m.person_id = p.id)
        AND NOT EXISTS (SELECT FROM acs_users a WHERE a.person_id = p.id AND a.deleted_at IS NULL)
        AS "isLockedOut"
    FROM seats s JOIN people p ON p.id = s.person_id`;

/** Everybody who is or was on a roster: those who lead first, the removed last. */
export function listRoster(tx: Database, roomId: string): Promise<RosterLine[]> {
  return tx.$queryRaw<RosterLine[]>`${LINES}
    WHERE s.room_id = ${roomId}::uuid
    ORDER BY s.removed_at IS NOT NULL, s.role, s.id`;
}

/** The same in the order in which they were added, from the seat behind `after` on. */
export function listRosterPage(
  tx: Database,
  roomId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<RosterLine[]> {
  return tx.$queryRaw<RosterLine[]>`${LINES}
    WHERE s.room_id = ${roomId}::uuid AND (${after}::uuid IS NULL OR s.id > ${after}::uuid)
    ORDER BY s.id LIMIT ${limit}`;
}

/** One line of a roster; null for a seat that is none of the room's. */
export async function findRosterLine(
  tx: Database,
  roomId: string,
  seatId: string,
): Promise<RosterLine | null> {
  if (!isId(seatId)) return null;
  const [line] = await tx.$queryRaw<RosterLine[]>`${LINES}
    WHERE s.room_id = ${roomId}::uuid AND s.id = ${seatId}::uuid`;
  return line ?? null;
}
