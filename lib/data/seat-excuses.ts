import "server-only";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { ON_THE_WAY } from "./join-facts-query";
import { changeSeatOnce, type SeatChange } from "./seat-change";

/**
 * Keeps that they can't come, in a transaction. False when they said so before, wait, are removed, or
 * got a ticket a moment ago.
 */
export function markExcused(
  tx: Database,
  change: SeatChange,
  reason: string | null,
): Promise<boolean> {
  return changeSeatOnce(tx, change, "excused", {
    set: Prisma.sql`excused_at = ${change.at}::timestamptz, excuse_reason = ${reason},
      in_line_since = NULL, in_line_until = NULL, ticketed_at = NULL`,
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
  return changeSeatOnce(tx, change, "excuse-taken-back", {
    set: Prisma.sql`excused_at = NULL, excuse_reason = NULL`,
    where: Prisma.sql`excused_at IS NOT NULL`,
  });
}
