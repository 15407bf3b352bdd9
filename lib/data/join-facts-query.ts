import "server-only";
import { Prisma } from "./generated/client";

/** How long a ticket counts as somebody on their way in; connecting takes a second or two. */
export const ON_THE_WAY = Prisma.raw(`interval '15 seconds'`);

/**
 * The columns of `JoinFactsRow` but for `insideOn`. A room whose new date was called off is called
 * off, too: nobody is sent to a time that does not stand any more.
 */
export const FACT_COLUMNS = Prisma.sql`
  r.id AS "roomId", r.organization_id AS "organizationId", o.name AS "organizationName",
  r.title, r.kind::text, r.access::text, r.opens_at AS "opensAt", r.closes_at AS "closesAt",
  r.time_zone AS "timeZone", r.lobby, r.presenter_lead_minutes AS "presenterLead",
  r.collaborator_lead_minutes AS "collaboratorLead", r.attendee_lead_minutes AS "attendeeLead",
  r.consumer_lead_minutes AS "consumerLead", r.seat_limit AS "seatLimit",
  coalesce(r.cancelled_at, m.cancelled_at) AS "cancelledAt",
  coalesce(r.cancel_reason, m.cancel_reason) AS "cancelReason",
  m.id AS "movedToId", m.opens_at AS "movedToOpensAt", r.ended_at AS "endedAt",
  r.live_at AS "liveAt",
  s.id AS "seatId", s.role::text, s.capacity::text, s.removed_at AS "removedAt",
  s.removed_by_role::text AS "removedByRole", s.removed_reason AS "removedReason",
  s.removed_from_call AS "removedFromCall", s.asked_to_return_at AS "askedToReturnAt",
  s.waiting_since AS "waitingSince", s.admitted_at AS "admittedAt",
  s.excused_at AS "excusedAt", s.excuse_reason AS "excuseReason",
  s.missing_requirements AS "missing", s.withheld_sources AS "withheld",
  s.device_id AS "deviceId",
  p.id AS "personId", p.name AS "personName", p.time_zone AS "personTimeZone",
  c.id AS "callId", c.name AS "callName", c.ended_at AS "callEndedAt"`;

/**
 * Other seats in the call. For somebody inside only those who came before them count: should a race
 * let one too many in, only the last one has to go. Nobody is counted where there is no limit.
 */
export const OTHER_SEATS = Prisma.sql`
  CASE WHEN r.seat_limit IS NULL THEN 0 ELSE (
    SELECT count(*)::int FROM (
      SELECT i.seat_id, min(i.joined_at) AS since FROM presence i
      WHERE i.call_id = c.id AND i.left_at IS NULL GROUP BY i.seat_id
    ) inside WHERE inside.seat_id IS DISTINCT FROM s.id AND (
      (inside.since, inside.seat_id) < (
        SELECT min(mine.joined_at), s.id FROM presence mine
        WHERE mine.call_id = c.id AND mine.seat_id = s.id AND mine.left_at IS NULL
        HAVING min(mine.joined_at) IS NOT NULL)
      OR NOT EXISTS (
        SELECT 1 FROM presence mine
        WHERE mine.call_id = c.id AND mine.seat_id = s.id AND mine.left_at IS NULL))
  ) END AS "otherSeats"`;

/**
 * The device a page has to ask about: the one that the seat's call belongs to, while it is in the
 * call or on its way there with a fresh ticket.
 */
export function insideOnAt(now: Date): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN EXISTS (
      SELECT 1 FROM presence i WHERE i.seat_id = s.id AND i.call_id = c.id
        AND i.device_id = s.device_id AND i.left_at IS NULL
    ) OR (
      c.id IS NOT NULL AND s.ticketed_at > ${now}::timestamptz - ${ON_THE_WAY}
      AND NOT EXISTS (
        SELECT 1 FROM presence i WHERE i.seat_id = s.id AND i.call_id = c.id
          AND i.device_id = s.device_id AND i.joined_at > s.ticketed_at - interval '1 second')
    ) THEN s.device_id END AS "insideOn"`;
}

/** What a room is told by, besides its call. */
export const ROOM_TABLES = Prisma.sql`
  rooms r JOIN organizations o ON o.id = r.organization_id
  LEFT JOIN rooms m ON m.id = r.moved_to_id`;
