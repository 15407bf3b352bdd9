import "server-only";
import { z } from "zod";
import type { Knowledge } from "@/lib/domain/mail/decide-mail";
import { toldSchema, type Told } from "@/lib/domain/mail/told";
import { database, type Database } from "./client";

/** Longer than any sending takes: after it, a job whose process died stands in nobody's way. */
const CLAIM_SECONDS = 30;

type KnowledgeRow = { told: unknown; sentAt: Date | null; maybeTold: unknown };

/**
 * Makes this job the only one that writes to the seat for now, and says what its person was told.
 * Null when another job is at it.
 */
export async function claimSeatMail(seatId: string, jobId: string): Promise<Knowledge | null> {
  // One statement settles the race of two jobs.
  const [row] = await database().$queryRaw<KnowledgeRow[]>`
    INSERT INTO seat_mail AS mail (seat_id, claimed_by, claimed_until)
    SELECT id, ${jobId}::uuid, now() + ${CLAIM_SECONDS} * interval '1 second'
    FROM seats WHERE id = ${seatId}::uuid
    ON CONFLICT (seat_id) DO UPDATE
      SET claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
      WHERE mail.claimed_by IS NULL OR mail.claimed_by = excluded.claimed_by
        OR mail.claimed_until < now()
    RETURNING told, sent_at AS "sentAt", maybe_told AS "maybeTold"`;
  return row ? toKnowledge(row) : null;
}

/** What a person was told about the date that this room replaces, or an earlier one. */
export async function findKnowledgeOfOldDate(
  organizationId: string,
  roomId: string,
  personId: string,
): Promise<Knowledge | null> {
  const [row] = await database().$queryRaw<KnowledgeRow[]>`
    WITH RECURSIVE earlier AS (
      SELECT id, 1 AS step FROM rooms
        WHERE organization_id = ${organizationId}::uuid AND moved_to_id = ${roomId}::uuid
      UNION ALL
      SELECT rooms.id, step + 1 FROM rooms JOIN earlier ON moved_to_id = earlier.id
        WHERE organization_id = ${organizationId}::uuid
    )
    SELECT told, sent_at AS "sentAt", maybe_told AS "maybeTold"
    FROM earlier
      JOIN seats ON room_id = earlier.id AND person_id = ${personId}::uuid
      JOIN seat_mail ON seat_id = seats.id
    WHERE told IS NOT NULL OR maybe_told <> '[]'
    ORDER BY step LIMIT 1`;
  return row ? toKnowledge(row) : null;
}

/** Notes what they may know from here on, because a mail is about to be sent. */
export async function markMaybeTold(tx: Database, seatId: string, maybe: Told[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE seat_mail SET maybe_told = ${JSON.stringify(maybe)}::jsonb
    WHERE seat_id = ${seatId}::uuid`;
}

/** The mail went out. Says so only for the job that still holds the claim. */
export async function saveTold(tx: Database, seatId: string, jobId: string, told: Told) {
  await tx.$executeRaw`
    UPDATE seat_mail
    SET told = ${JSON.stringify(told)}::jsonb, sent_at = clock_timestamp(), maybe_told = '[]',
      refused_at = NULL, claimed_by = NULL, claimed_until = NULL
    WHERE seat_id = ${seatId}::uuid AND claimed_by = ${jobId}::uuid`;
}

/** Lets the next job write. `maybe` is what they may know, when it is less than was noted. */
export async function releaseSeatMail(
  tx: Database,
  seatId: string,
  jobId: string,
  maybe?: readonly Told[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE seat_mail
    SET claimed_by = NULL, claimed_until = NULL,
      maybe_told = coalesce(${maybe ? JSON.stringify(maybe) : null}::jsonb, maybe_told)
    WHERE seat_id = ${seatId}::uuid AND claimed_by = ${jobId}::uuid`;
}

/** The mail server will never take mail for this person's address. */
export async function markRefused(tx: Database, seatId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE seat_mail SET refused_at = clock_timestamp() WHERE seat_id = ${seatId}::uuid`;
}

function toKnowledge({ told, sentAt, maybeTold }: KnowledgeRow): Knowledge {
  return {
    told: told && sentAt ? { facts: toldSchema.parse(told), sentAt } : null,
    maybe: z.array(toldSchema).parse(maybeTold),
  };
}
