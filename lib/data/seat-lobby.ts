import "server-only";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { changeSeatOnce, isLinkGood, type DeviceOfSeat, type SeatChange } from "./seat-change";

/**
 * Puts the seat into the lobby, in a transaction. False when it waits there already, was admitted, or
 * excused itself a moment ago.
 */
export function startWaiting(
  tx: Database,
  change: SeatChange,
  { deviceId, linkId }: DeviceOfSeat,
): Promise<boolean> {
  return changeSeatOnce(tx, change, "came-to-lobby", {
    set: Prisma.sql`waiting_since = ${change.at}::timestamptz, device_id = ${deviceId},
      link_id = ${linkId}::uuid`,
    where: Prisma.sql`removed_at IS NULL AND waiting_since IS NULL AND admitted_at IS NULL
      AND excused_at IS NULL AND ${isLinkGood(linkId)}`,
  });
}

/** Takes the seat out of the lobby, in a transaction. False when it was not there. */
export function stopWaiting(tx: Database, change: SeatChange): Promise<boolean> {
  return changeSeatOnce(tx, change, "left-lobby", {
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
  return changeSeatOnce(tx, change, "left-lobby", {
    set: Prisma.sql`waiting_since = NULL`,
    where: Prisma.sql`waiting_since IS NOT NULL AND link_id = ANY(${[...linkIds]}::uuid[])`,
  });
}
