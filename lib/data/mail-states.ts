import "server-only";
import type { MailState } from "@/lib/domain/mail/mail-state";
import type { Database } from "./client";

/** How it stands with the mails to each seat of a room that was ever to be written to. */
export function listMailStates(db: Database, roomId: string): Promise<MailState[]> {
  return db.$queryRaw<MailState[]>`
    WITH failing AS (
      SELECT data->>'seatId' AS seat_id, max(started_on) AS tried_at,
        bool_or(state = 'retry') AS is_retried
      FROM rostrum_jobs.job WHERE state IN ('retry', 'failed') GROUP BY 1
    )
    SELECT s.id AS "seatId", m.sent_at AS "sentAt", m.refused_at AS "refusedAt",
      CASE
        WHEN f.is_retried THEN 'trying again'
        WHEN f.tried_at > coalesce(m.sent_at, '-infinity') THEN 'given up'
      END AS trouble
    FROM seats s
      LEFT JOIN seat_mail m ON m.seat_id = s.id
      LEFT JOIN failing f ON f.seat_id = s.id::text
    WHERE s.room_id = ${roomId}::uuid AND (m.seat_id IS NOT NULL OR f.seat_id IS NOT NULL)
    ORDER BY s.id`;
}
