import "server-only";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { Database } from "./client";

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
