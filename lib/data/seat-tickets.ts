import "server-only";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";
import { isLinkGood, type DeviceOfSeat, type SeatChange } from "./seat-change";

/** One line for the record, as the statements here write it. */
export type NewLine = {
  [Kind in RecordKind]: { kind: Kind; facts: RecordFacts[Kind] };
}[RecordKind];

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
        in_line_since = NULL, in_line_until = NULL,
        admitted_at = coalesce(admitted_at, ${at}::timestamptz)
      WHERE id = ${seatId}::uuid AND room_id = ${roomId}::uuid AND removed_at IS NULL
        AND device_id IS NOT DISTINCT FROM ${heldBy}
        AND ${isLinkGood(linkId)} AND excused_at IS NULL AND (admitted_at IS NOT NULL OR NOT ${wasAdmitted})
      RETURNING room_id
    )
    INSERT INTO room_record (room_id, at, actor, kind, facts)
    SELECT seat.room_id, ${at}::timestamptz, ${actor}, line.kind, line.facts
    FROM seat, jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) AS line (kind text, facts jsonb)
    RETURNING position`,
  );
  return count > 0;
}

/** Notes that a second device asked for the seat; true for the first time. */
export async function noteOtherDevice(tx: Database, seatId: string, at: Date): Promise<boolean> {
  const noted = await tx.$executeRaw`
    UPDATE seats SET other_device_at = ${at}::timestamptz
    WHERE id = ${seatId}::uuid AND other_device_at IS NULL`;
  return noted > 0;
}

/**
 * Has no place in the room kept for a seat that leaves it for good. False when none would be, or when
 * its call belongs to another device or has a later ticket.
 */
export async function giveUpPlace(
  tx: Database,
  { seatId, deviceId }: { seatId: string; deviceId: string },
  at: Date,
): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seatId, deviceId, ticketedAt: { lte: at } },
    data: { ticketedAt: null },
  });
  return count === 1;
}

/** Whoever got a ticket by one of these links counts as on their way no more, nor has a place kept. */
export async function forgetTicketsBy(
  tx: Database,
  seatId: string,
  linkIds: readonly string[],
): Promise<void> {
  await tx.seat.updateMany({
    where: { id: seatId, linkId: { in: [...linkIds] } },
    data: { ticketedAt: null },
  });
}
