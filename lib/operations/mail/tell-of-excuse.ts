import "server-only";
import type { Database } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { listLeadingSeatIds } from "@/lib/data/roster";
import { EXCUSE_MAIL_DELAY_MS } from "@/lib/domain/room/excuse";

type Told = {
  roomId: string;
  /** Of the one who can't come. */
  seatId: string;
  /** When they said so; null once they can after all. */
  excusedAt: Date | null;
  now: Date;
};

/**
 * Writes a job for each who leads: that somebody can't come, once they have had the time to think
 * better of it; that they can after all, at once.
 */
export async function tellOfExcuse(
  tx: Database,
  { roomId, seatId: excusedSeatId, excusedAt, now }: Told,
): Promise<void> {
  const leading = await listLeadingSeatIds(tx, roomId);
  const startAfter = new Date(now.getTime() + (excusedAt ? EXCUSE_MAIL_DELAY_MS : 0));
  const at = excusedAt?.toISOString() ?? null;
  const payloads = leading.map((seatId) => ({ seatId, excusedSeatId, excusedAt: at }));
  await enqueueAll(tx, "send-excuse", payloads, startAfter);
}
