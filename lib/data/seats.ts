import "server-only";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Role } from "@/lib/domain/room/role";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { ON_THE_WAY } from "./join-facts-query";
import { runPrepared } from "./prepared-statement";
import { appendRecord, type RecordActor } from "./record";

/** One line for the record, as the statements here write it. */
export type NewLine = {
  [Kind in RecordKind]: { kind: Kind; facts: RecordFacts[Kind] };
}[RecordKind];

/** A browser, or whatever else, that comes for a seat. */
export type DeviceOfSeat = {
  deviceId: string;
  /** The seat's personal link that proved it; null for who came by none. */
  linkId: string | null;
};

export type SeatChange = { roomId: string; seatId: string; at: Date; actor: RecordActor };

export type Ticketing = {
  device: DeviceOfSeat;
  /** The device that the seat's call belonged to when it was decided; null for none. */
  heldBy: string | null;
  /** The seat counted as admitted when it was decided that it may come in. */
  wasAdmitted: boolean;
  lines: readonly NewLine[];
};

/**
 * Gives the seat's call to a device that gets a ticket, with the record's lines, in one statement.
 * Whoever gets one counts as admitted from then on. False, and nothing done, when the seat was
 * removed, sent back to the lobby, excused itself, or gave its call to another device, a moment ago.
 */
export async function giveCallToDevice(
  tx: Database,
  { roomId, seatId, at, actor }: SeatChange,
  { device: { deviceId, linkId }, heldBy, wasAdmitted, lines }: Ticketing,
): Promise<boolean> {
  const { count } = await runPrepared(
    tx,
    "give-call-to-device",
    Prisma.sql`
    WITH seat AS (
      UPDATE seats SET device_id = ${deviceId}, link_id = ${linkId}::uuid,
        ticketed_at = ${at}::timestamptz, waiting_since = NULL,
        admitted_at = coalesce(admitted_at, ${at}::timestamptz)
      WHERE id = ${seatId}::uuid AND room_id = ${roomId}::uuid AND removed_at IS NULL
        AND device_id IS NOT DISTINCT FROM ${heldBy}
        AND ${isGood(linkId)} AND excused_at IS NULL AND (admitted_at IS NOT NULL OR NOT ${wasAdmitted})
      RETURNING room_id
    )
    INSERT INTO room_record (room_id, at, actor, kind, facts)
    SELECT seat.room_id, ${at}::timestamptz, ${actor}, line.kind, line.facts
    FROM seat, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line (kind text, facts jsonb)
    RETURNING position`,
  );
  return count > 0;
}

/** The link has not been revoked a moment ago; so it is for whoever came by none. */
function isGood(linkId: string | null): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM personal_links l WHERE l.id = ${linkId}::uuid AND l.revoked_at IS NOT NULL)`;
}

/**
 * Puts the seat into the lobby, in a transaction. False when it waits there already, was admitted, or
 * excused itself a moment ago.
 */
export function startWaiting(
  tx: Database,
  change: SeatChange,
  { deviceId, linkId }: DeviceOfSeat,
): Promise<boolean> {
  return changeOnce(tx, change, "came-to-lobby", {
    set: Prisma.sql`waiting_since = ${change.at}::timestamptz, device_id = ${deviceId},
      link_id = ${linkId}::uuid`,
    where: Prisma.sql`removed_at IS NULL AND waiting_since IS NULL AND admitted_at IS NULL
      AND excused_at IS NULL AND ${isGood(linkId)}`,
  });
}

/** Takes the seat out of the lobby, in a transaction. False when it was not there. */
export function stopWaiting(tx: Database, change: SeatChange): Promise<boolean> {
  return changeOnce(tx, change, "left-lobby", {
    set: Prisma.sql`waiting_since = NULL`,
    where: Prisma.sql`waiting_since IS NOT NULL`,
  });
}

/**
 * Takes the seat out of the lobby, in a transaction, when it came there by one of these links. False
 * otherwise.
 */
export function stopWaitingBy(
  tx: Database,
  change: SeatChange,
  linkIds: readonly string[],
): Promise<boolean> {
  return changeOnce(tx, change, "left-lobby", {
    set: Prisma.sql`waiting_since = NULL`,
    where: Prisma.sql`waiting_since IS NOT NULL AND link_id = ANY(${[...linkIds]}::uuid[])`,
  });
}

/**
 * Keeps a removed person's wish to come back, in a transaction. False when they asked before or are
 * not removed.
 */
export function markAskedToReturn(tx: Database, change: SeatChange): Promise<boolean> {
  return changeOnce(tx, change, "asked-to-return", {
    set: Prisma.sql`asked_to_return_at = ${change.at}::timestamptz`,
    where: Prisma.sql`removed_at IS NOT NULL AND asked_to_return_at IS NULL`,
  });
}

/**
 * Keeps that they can't come, in a transaction. False when they said so before, wait, are removed, or
 * got a ticket a moment ago.
 */
export function markExcused(
  tx: Database,
  change: SeatChange,
  reason: string | null,
): Promise<boolean> {
  return changeOnce(tx, change, "excused", {
    set: Prisma.sql`excused_at = ${change.at}::timestamptz, excuse_reason = ${reason}`,
    where: Prisma.sql`excused_at IS NULL AND waiting_since IS NULL AND removed_at IS NULL
      AND (ticketed_at IS NULL OR ticketed_at <= ${change.at}::timestamptz - ${ON_THE_WAY})`,
  });
}

/** Replaces the reason of an excuse; it stands in no record, so that it can be forgotten. */
export async function changeExcuseReason(
  tx: Database,
  seatId: string,
  reason: string,
): Promise<void> {
  await tx.seat.updateMany({
    where: { id: seatId, excusedAt: { not: null } },
    data: { excuseReason: reason },
  });
}

/** Forgets that they can't come, in a transaction. False when they can, as far as anybody knows. */
export function markExcuseTakenBack(tx: Database, change: SeatChange): Promise<boolean> {
  return changeOnce(tx, change, "excuse-taken-back", {
    set: Prisma.sql`excused_at = NULL, excuse_reason = NULL`,
    where: Prisma.sql`excused_at IS NOT NULL`,
  });
}

type SeatLineKind =
  "came-to-lobby" | "left-lobby" | "asked-to-return" | "excused" | "excuse-taken-back";

// Of two who press at once only one finds the seat as it was.
async function changeOnce(
  tx: Database,
  { roomId, seatId, at, actor }: SeatChange,
  kind: SeatLineKind,
  { set, where }: { set: Prisma.Sql; where: Prisma.Sql },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    UPDATE seats SET ${set}
    WHERE id = ${seatId}::uuid AND room_id = ${roomId}::uuid AND ${where}`;
  if (changed > 0) await appendRecord(tx, roomId, at, actor, kind, { seatId });
  return changed > 0;
}

/** Notes that a second device asked for the seat; true for the first time. */
export async function noteOtherDevice(tx: Database, seatId: string, at: Date): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE seats SET other_device_at = ${at}::timestamptz
    WHERE id = ${seatId}::uuid AND other_device_at IS NULL`;
  return noted > 0;
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
    WITH RECURSIVE date AS (
      SELECT id, moved_to_id, 0 AS step FROM rooms WHERE id = ${roomId}::uuid
      UNION ALL
      SELECT r.id, r.moved_to_id, date.step + 1 FROM rooms r JOIN date ON r.id = date.moved_to_id
    )
    SELECT there.id, there.room_id AS "roomId", r.closes_at AS "closesAt"
    FROM seats here
    JOIN date ON date.moved_to_id IS NULL AND date.step > 0
    JOIN rooms r ON r.id = date.id
    JOIN seats there ON there.room_id = r.id AND there.person_id = here.person_id
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
