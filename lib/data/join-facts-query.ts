import "server-only";
import { forgottenUntil } from "@/lib/domain/room/line";
import { Prisma } from "./generated/client";
import { LAST_DATE } from "./last-date";

/** How long a ticket counts as somebody on their way in; connecting takes a second or two. */
export const ON_THE_WAY = Prisma.raw(`interval '15 seconds'`);

/** How long whoever left without saying that it is for good has a place to come back to. */
const KEPT_FOR = Prisma.raw(`interval '30 seconds'`);

/**
 * The columns of `JoinFactsRow` but for `CROWD_COLUMNS` and those of `insideOnAt`. A room whose last
 * date was called off is called off, too: nobody is sent to a time that does not stand any more.
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
  s.waiting_since AS "waitingSince", s.in_line_since AS "inLineSince",
  s.in_line_until AS "inLineUntil", s.admitted_at AS "admittedAt",
  s.excused_at AS "excusedAt", s.excuse_reason AS "excuseReason",
  s.missing_requirements AS "missing", s.withheld_sources AS "withheld",
  s.device_id AS "deviceId",
  p.id AS "personId", p.name AS "personName", p.time_zone AS "personTimeZone",
  c.id AS "callId", c.name AS "callName", c.ended_at AS "callEndedAt"`;

/** The seat `alias` has a fresh ticket and has not arrived with it in the call. */
function isOnTheWay(alias: "s" | "os", now: Date): Prisma.Sql {
  const seat = Prisma.raw(alias);
  return Prisma.sql`(
    c.id IS NOT NULL AND ${seat}.ticketed_at > ${now}::timestamptz - ${ON_THE_WAY}
    AND NOT EXISTS (
      SELECT 1 FROM presence i WHERE i.seat_id = ${seat}.id AND i.call_id = c.id
        AND i.device_id = ${seat}.device_id AND i.joined_at > ${seat}.ticketed_at - interval '1 second'))`;
}

/**
 * A table to join on a room `r` and its call `c`, before the seats, so that it is made once for all of
 * them: who has a place, in the order in which places are given, and until when each, and all of them,
 * have it if nobody does anything. First come those inside, then those who may come back to theirs,
 * then those on their way, so that nobody inside goes for somebody who is not. Nobody is counted where
 * there is no limit.
 */
export function crowdAt(now: Date): Prisma.Sql {
  return Prisma.sql`LATERAL (
    SELECT coalesce(array_agg(seat_id ORDER BY rank, since, seat_id), '{}') AS places,
      array_agg(until ORDER BY rank, since, seat_id) AS untils, min(until) AS until
    FROM (
      SELECT DISTINCT ON (seat_id) * FROM (
        SELECT i.seat_id, (i.left_at IS NOT NULL)::int AS rank, i.joined_at AS since,
          i.left_at + ${KEPT_FOR} AS until
        FROM presence i
        WHERE i.call_id = c.id AND r.seat_limit IS NOT NULL
          AND (i.left_at IS NULL OR ${mayComeBackAt(now)})
        UNION ALL
        SELECT os.id, 2, os.ticketed_at, os.ticketed_at + ${ON_THE_WAY} FROM seats os
        WHERE os.room_id = r.id AND os.removed_at IS NULL AND r.seat_limit IS NOT NULL
          AND ${isOnTheWay("os", now)}
      ) way ORDER BY seat_id, rank, until DESC, since
    ) place
  ) crowd`;
}

/**
 * Whoever left with the stay `i` did so a moment ago, and not for good. Asked of one seat at a time,
 * since an EXISTS may be answered by reading every seat there is.
 */
function mayComeBackAt(now: Date): Prisma.Sql {
  return Prisma.sql`(
    i.left_at > ${now}::timestamptz - ${KEPT_FOR}
    AND (SELECT os.ticketed_at FROM seats os WHERE os.id = i.seat_id) IS NOT NULL)`;
}

/**
 * A table to join on a seat `s` after `crowdAt`: how many in line are before it, and until when all of
 * them count if nobody does anything. Nobody is before a seat with a place. Whoever waits counts as
 * long as those behind wait for them and they have no place.
 */
export function lineAt(now: Date): Prisma.Sql {
  return Prisma.sql`LATERAL (
    SELECT count(*)::int AS ahead, min(os.in_line_until) AS until FROM seats os
    WHERE r.seat_limit IS NOT NULL AND (s.id = ANY(crowd.places)) IS NOT TRUE
      AND os.room_id = r.id AND os.id IS DISTINCT FROM s.id
      AND os.in_line_since IS NOT NULL AND os.in_line_until > ${now}::timestamptz
      AND os.id <> ALL(crowd.places)
      AND (s.in_line_until > ${forgottenUntil(now)}::timestamptz
        AND (os.in_line_since, os.id) > (s.in_line_since, s.id)) IS NOT TRUE
  ) line`;
}

/**
 * What the decision knows of others, by `crowdAt` and `lineAt`. For somebody with a place only the
 * places before theirs count: should a race let one too many in, only the last one has to go.
 */
export const CROWD_COLUMNS = Prisma.sql`
  coalesce(array_position(crowd.places, s.id) - 1, cardinality(crowd.places)) AS "otherSeats",
  line.ahead AS "aheadInLine", least(crowd.until, line.until) AS "mayChangeAt"`;

/**
 * Until when the seat `s`, which is not in the call, has a place that it could not have again at once.
 * Null for one that has no place, stays inside, or finds others free.
 */
export const PLACE_UNTIL = Prisma.sql`
  CASE WHEN cardinality(crowd.places) >= r.seat_limit
    THEN crowd.untils[array_position(crowd.places, s.id)] END AS "placeUntil"`;

/**
 * The device a page has to ask about: the one that the seat's call belongs to, while it is in the
 * call or on its way there with a fresh ticket.
 */
export function insideOnAt(now: Date): Prisma.Sql {
  return Prisma.sql`
    CASE WHEN EXISTS (
      SELECT 1 FROM presence i WHERE i.seat_id = s.id AND i.call_id = c.id
        AND i.device_id = s.device_id AND i.left_at IS NULL
    ) OR ${isOnTheWay("s", now)} THEN s.device_id END AS "insideOn"`;
}

/** What a room is told by, besides its call. */
export const ROOM_TABLES = Prisma.sql`
  rooms r JOIN organizations o ON o.id = r.organization_id
  LEFT JOIN ${LAST_DATE} m ON true`;
