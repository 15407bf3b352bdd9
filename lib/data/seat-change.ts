import "server-only";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { appendRecord, type RecordActor } from "./record";

/** A browser, or whatever else, that comes for a seat. */
export type DeviceOfSeat = {
  deviceId: string;
  /** The seat's personal link that proved it; null for who came by none. */
  linkId: string | null;
};

export type SeatChange = { roomId: string; seatId: string; at: Date; actor: RecordActor };

type SeatLineKind =
  "came-to-lobby" | "left-lobby" | "asked-to-return" | "excused" | "excuse-taken-back";

/**
 * Changes a seat, in a transaction, with its line in the record. False when it is not as `where` says:
 * of two who press at once only one finds the seat as it was.
 */
export async function changeSeatOnce(
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

/** The link has not been revoked a moment ago; so it is for whoever came by none. */
export function isLinkGood(linkId: string | null): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (
    SELECT FROM personal_links l WHERE l.id = ${linkId}::uuid AND l.revoked_at IS NOT NULL)`;
}
