import "server-only";
import { isId } from "@/lib/domain/id";
import { rolesThat } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";
import type { Database } from "./client";

export type LockedSeat = {
  id: string;
  role: Role;
  removedAt: Date | null;
  hasAddress: boolean;
};

/**
 * A seat, with its roster kept from changing under this transaction; null when the room has no such
 * seat. Joins go on: they don't wait for this lock.
 */
export async function lockSeat(
  tx: Database,
  roomId: string,
  seatId: string,
): Promise<LockedSeat | null> {
  if (!isId(seatId)) return null;
  await tx.$queryRaw`SELECT 1 FROM rooms WHERE id = ${roomId}::uuid FOR NO KEY UPDATE`;
  const seat = await tx.seat.findUnique({
    where: { id: seatId, roomId },
    select: { id: true, role: true, removedAt: true, person: { select: { email: true } } },
  });
  return seat && { ...seat, hasAddress: seat.person.email !== null };
}

/** Whether somebody else on the roster may let people in. */
export async function hasOtherAdmitter(
  tx: Database,
  roomId: string,
  seatId: string,
): Promise<boolean> {
  const roles = rolesThat("admitFromLobby");
  const other = await tx.seat.findFirst({
    where: { roomId, id: { not: seatId }, removedAt: null, role: { in: roles } },
    select: { id: true },
  });
  return other !== null;
}

export type Removed = {
  at: Date;
  byRole: Role | null;
  reason: string | null;
  /** Those of the seats that are inside a running call. */
  fromCall: readonly string[];
};

/** Takes seats off a roster; they wait for nothing and keep no place any more. */
export async function markSeatsRemoved(
  tx: Database,
  seatIds: readonly string[],
  { at, byRole, reason, fromCall }: Removed,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE seats SET removed_at = ${at}::timestamptz, removed_by_role = ${byRole}::"Role",
      removed_reason = ${reason}, removed_from_call = id = ANY(${[...fromCall]}::uuid[]),
      asked_to_return_at = NULL, waiting_since = NULL, in_line_since = NULL, in_line_until = NULL,
      ticketed_at = NULL, excused_at = NULL, excuse_reason = NULL
    WHERE id = ANY(${[...seatIds]}::uuid[])`;
}

/** Undoes a removal; they wait to be admitted again where there is a lobby. */
export async function markSeatReturned(tx: Database, seatId: string): Promise<void> {
  await tx.seat.update({
    where: { id: seatId },
    data: {
      removedAt: null,
      removedByRole: null,
      removedReason: null,
      removedFromCall: false,
      askedToReturnAt: null,
      waitingSince: null,
      admittedAt: null,
    },
  });
}

export async function markSeatRole(tx: Database, seatId: string, role: Role): Promise<void> {
  await tx.seat.update({ where: { id: seatId }, data: { role } });
}

export type DeviceInCall = { seatId: string; callName: string; deviceId: string };

/**
 * Where seats are in a running call, or may be in a moment: every device that holds a place or a
 * ticket. Whoever asks for a ticket meanwhile waits until the transaction ends.
 */
export async function listDevicesInCall(
  tx: Database,
  seatIds: readonly string[],
): Promise<(DeviceInCall & { isInside: boolean })[]> {
  await tx.$queryRaw`
    SELECT 1 FROM seats WHERE id = ANY(${[...seatIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return tx.$queryRaw`
    SELECT s.id AS "seatId", c.name AS "callName", d.device_id AS "deviceId", bool_or(d.inside) AS "isInside"
    FROM seats s
    JOIN calls c ON c.room_id = s.room_id AND c.ended_at IS NULL
    CROSS JOIN LATERAL (
      SELECT i.device_id, true AS inside FROM presence i
      WHERE i.seat_id = s.id AND i.call_id = c.id AND i.left_at IS NULL
      UNION ALL
      SELECT s.device_id, false WHERE s.device_id IS NOT NULL
    ) d
    WHERE s.id = ANY(${[...seatIds]}::uuid[])
    GROUP BY s.id, c.name, d.device_id`;
}
