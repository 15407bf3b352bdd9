import "server-only";
import type { Participant } from "@/lib/domain/call/calls";
import type { StayNews } from "@/lib/domain/call/stay";
import { Prisma } from "./generated/client";
import type { Database } from "./client";

/** News of one connection to a call. */
export type StayReport = { participant: Participant; sid: string } & StayNews;

/** A stay that began, ended, or both, for all we knew. */
export type StayChange = Participant & {
  joinedAt: Date;
  leftAt: Date | null;
  hasBegun: boolean;
  hasEnded: boolean;
};

/** Somebody of whom we do not know that they left. */
export type OpenStay = { callId: string; sid: string; joinedAt: Date };

/**
 * Writes news of connections down, each by its sid, as `mergeStay` says: doubled, shuffled and late
 * news give the same rows. Seats of other rooms are left out.
 *
 * @returns what is new in it.
 */
export async function reportStays(
  tx: Database,
  callId: string,
  reports: readonly StayReport[],
): Promise<StayChange[]> {
  if (reports.length === 0) return [];
  const rows = reports.map(
    ({ participant: { seatId, deviceId }, sid, joinedAt, leftAt }) =>
      Prisma.sql`(${seatId}::uuid, ${deviceId}, ${sid}, ${joinedAt}::timestamptz, ${leftAt}::timestamptz)`,
  );
  const changes = await tx.$queryRaw<StayChange[]>`
    INSERT INTO presence AS p (id, call_id, room_id, seat_id, device_id, participant_sid, joined_at, left_at)
    SELECT uuidv7(), c.id, c.room_id, s.id, news.device_id, news.sid, news.joined_at, news.left_at
    FROM (VALUES ${Prisma.join(rows)}) AS news (seat_id, device_id, sid, joined_at, left_at)
    JOIN calls c ON c.id = ${callId}::uuid
    JOIN seats s ON s.id = news.seat_id AND s.room_id = c.room_id
    ON CONFLICT (participant_sid) DO UPDATE SET
      joined_at = least(p.joined_at, excluded.joined_at),
      left_at = CASE WHEN coalesce(p.left_at, excluded.left_at) IS NOT NULL THEN
        greatest(least(p.left_at, excluded.left_at), least(p.joined_at, excluded.joined_at)) END
      WHERE p.call_id = excluded.call_id AND p.seat_id = excluded.seat_id
        AND (excluded.joined_at < p.joined_at OR excluded.left_at < coalesce(p.left_at, 'infinity'))
    RETURNING p.seat_id AS "seatId", p.device_id AS "deviceId",
      p.joined_at AS "joinedAt", p.left_at AS "leftAt", old.id IS NULL AS "hasBegun",
      p.left_at IS NOT NULL AND old.left_at IS NULL AS "hasEnded"`;
  return changes.filter(({ hasBegun, hasEnded }) => hasBegun || hasEnded);
}

/** Ends the stays with these sids that are still open, or all of a call's when no sids are given. */
export function endStays(
  tx: Database,
  callId: string,
  leftAt: Date,
  sids?: readonly string[],
): Promise<StayChange[]> {
  return tx.$queryRaw<StayChange[]>`
    UPDATE presence SET left_at = greatest(${leftAt}::timestamptz, joined_at)
    WHERE call_id = ${callId}::uuid AND left_at IS NULL
      AND ${sids ? Prisma.sql`participant_sid = ANY(${[...sids]}::text[])` : Prisma.sql`true`}
    RETURNING seat_id AS "seatId", device_id AS "deviceId", joined_at AS "joinedAt",
      left_at AS "leftAt", false AS "hasBegun", true AS "hasEnded"`;
}

/** Whoever, as far as we know, is in one of these calls. */
export async function listOpenStays(db: Database, callIds: readonly string[]): Promise<OpenStay[]> {
  if (callIds.length === 0) return [];
  return db.$queryRaw<OpenStay[]>`
    SELECT call_id AS "callId", participant_sid AS sid, joined_at AS "joinedAt" FROM presence
    WHERE call_id = ANY(${[...callIds]}::uuid[]) AND left_at IS NULL`;
}

/**
 * Takes back the end of stays that ended before `before` and yet are still going on, as the media
 * server says; returns them.
 */
export function reopenStays(
  tx: Database,
  callId: string,
  sids: readonly string[],
  before: Date,
): Promise<StayChange[]> {
  return tx.$queryRaw<StayChange[]>`
    UPDATE presence SET left_at = NULL
    WHERE call_id = ${callId}::uuid AND participant_sid = ANY(${[...sids]}::text[])
      AND left_at < ${before}::timestamptz
    RETURNING seat_id AS "seatId", device_id AS "deviceId", joined_at AS "joinedAt",
      left_at AS "leftAt", true AS "hasBegun", false AS "hasEnded"`;
}
