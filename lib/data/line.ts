import "server-only";
import { awaitedUntil, forgottenUntil } from "@/lib/domain/room/line";
import type { Database } from "./client";

/**
 * Has the seat wait for a place in the full room, behind everybody who came before; whoever has a
 * place in line that is not forgotten keeps it. Null, and nothing done, when it was removed or excused
 * itself a moment ago.
 *
 * @returns since when it waits.
 */
export async function joinLine(tx: Database, seatId: string, at: Date): Promise<Date | null> {
  const [seat] = await tx.$queryRaw<{ since: Date }[]>`
    UPDATE seats SET in_line_until = ${awaitedUntil(at)}::timestamptz,
      in_line_since = CASE WHEN in_line_until > ${forgottenUntil(at)}::timestamptz
        THEN in_line_since ELSE ${at}::timestamptz END
    WHERE id = ${seatId}::uuid AND removed_at IS NULL AND excused_at IS NULL
    RETURNING in_line_since AS since`;
  return seat?.since ?? null;
}

/** Notes that somebody in line is still there. Nothing for whoever has no place in it any more. */
export async function noteSeenInLine(tx: Database, seatId: string, at: Date): Promise<void> {
  await tx.seat.updateMany({
    where: { id: seatId, inLineUntil: { gt: forgottenUntil(at) } },
    data: { inLineUntil: awaitedUntil(at) },
  });
}

/**
 * Notes that somebody in line is gone for now: they keep their place for a while, and hold up nobody
 * meanwhile. False when nobody waited for them.
 */
export async function noteGoneFromLine(tx: Database, seatId: string, at: Date): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seatId, inLineUntil: { gt: at } },
    data: { inLineUntil: at },
  });
  return count === 1;
}

/** Gives the seat's place in line up; false when it had none. */
export async function leaveLine(tx: Database, seatId: string): Promise<boolean> {
  const { count } = await tx.seat.updateMany({
    where: { id: seatId, inLineSince: { not: null } },
    data: { inLineSince: null, inLineUntil: null },
  });
  return count === 1;
}
