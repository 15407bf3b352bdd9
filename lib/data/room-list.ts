import "server-only";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import { database } from "./client";
import { earliestOpening } from "./earliest-opening";
import { Prisma } from "./generated/client";

/** Which half of an organization's rooms, as of an instant. What the host ended is past. */
export type RoomListTab = "coming" | "past";

/** A place in the list: the instant a room is ordered by, and its id. */
export type RoomListPlace = { at: Date; id: string };

export type RoomListQuestion = {
  organizationId: string;
  /** Only rooms in which this person sits; null for all. */
  ofPersonId: string | null;
  tab: RoomListTab;
  now: Date;
  /** Part of a title or of a person's name; null for everything. */
  search: string | null;
  /** The page that follows or precedes a place, in time; null for the tab's first page. */
  beyond: { place: RoomListPlace; direction: "earlier" | "later" } | null;
  limit: number;
};

export type ListedRoom = {
  id: string;
  title: string;
  kind: RoomKind;
  opensAt: Date;
  closesAt: Date;
  /** IANA name. */
  timeZone: string;
  cancelledAt: Date | null;
  movedToId: string | null;
  endedAt: Date | null;
  liveAt: Date | null;
  /** Names on the roster, those who lead first, at most four. */
  names: string[];
  seatCount: number;
  insideCount: number;
  waitingCount: number;
  /** Of those on the roster, how many said that they can't come. */
  excusedCount: number;
};

const { sql, empty } = Prisma;

/**
 * At most `limit` rooms from a place on, nearest to it first: what is coming is ordered by its
 * start, what is past by its end. One statement.
 */
export function listRooms(question: RoomListQuestion): Promise<ListedRoom[]> {
  return database().$queryRaw<ListedRoom[]>`
    WITH page AS (${pageOf(question)})
    SELECT r.id, r.title, r.kind, r.opens_at AS "opensAt", r.closes_at AS "closesAt",
      r.time_zone AS "timeZone",
      r.cancelled_at AS "cancelledAt", r.moved_to_id AS "movedToId", r.ended_at AS "endedAt",
      r.live_at AS "liveAt",
      ARRAY(
        SELECT p.name FROM seats s JOIN people p ON p.id = s.person_id
        WHERE s.room_id = r.id AND s.removed_at IS NULL ORDER BY s.role, s.id LIMIT 4
      ) AS names,
      (SELECT count(*)::int FROM seats s
        WHERE s.room_id = r.id AND s.removed_at IS NULL) AS "seatCount",
      (SELECT count(DISTINCT i.seat_id)::int FROM calls c JOIN presence i ON i.call_id = c.id
        WHERE c.room_id = r.id AND c.ended_at IS NULL AND i.left_at IS NULL) AS "insideCount",
      (SELECT count(*)::int FROM seats s WHERE s.room_id = r.id AND s.removed_at IS NULL
        AND s.waiting_since IS NOT NULL AND s.admitted_at IS NULL) AS "waitingCount",
      (SELECT count(*)::int FROM seats s
        WHERE s.room_id = r.id AND s.excused_at IS NOT NULL) AS "excusedCount"
    FROM page JOIN rooms r ON r.id = page.id
    ORDER BY page.at ${order(question)}, page.id ${order(question)}`;
}

/**
 * The ids of the page. A search asks for titles and for people apart, each in order and cut off, so
 * that the planner may walk the order for words that are everywhere and the trigram index for rare
 * ones.
 */
function pageOf(question: RoomListQuestion): Prisma.Sql {
  if (question.search === null) return branch(question, empty);
  const pattern = `%${question.search.replace(/[\\%_]/g, "\\$&")}%`;
  const byPerson = sql`AND EXISTS (
    SELECT FROM people p JOIN seats s ON s.person_id = p.id
    WHERE s.room_id = r.id AND s.removed_at IS NULL
      AND p.organization_id = ${question.organizationId}::uuid AND p.name ILIKE ${pattern})`;
  return sql`
    (${branch(question, sql`AND r.title ILIKE ${pattern}`)})
    UNION (${branch(question, byPerson)})
    ORDER BY at ${order(question)}, id ${order(question)} LIMIT ${question.limit}`;
}

function branch(question: RoomListQuestion, filter: Prisma.Sql): Prisma.Sql {
  const { organizationId, ofPersonId, limit } = question;
  const key = question.tab === "coming" ? sql`r.opens_at` : END;
  const own = ofPersonId
    ? sql`AND EXISTS (SELECT FROM seats o WHERE o.room_id = r.id AND o.removed_at IS NULL
        AND o.person_id = ${ofPersonId}::uuid)`
    : empty;
  return sql`
    SELECT r.id, ${key} AS at FROM rooms r
    WHERE r.organization_id = ${organizationId}::uuid
      ${halfOf(question)} ${beyond(question, key)} ${own} ${filter}
    ORDER BY ${key} ${order(question)}, r.id ${order(question)} LIMIT ${limit}`;
}

// As in the index; whatever is not ended has no such instant, which `least` leaves out.
const END = sql`least(r.closes_at, r.ended_at)`;

function halfOf({ tab, now, organizationId }: RoomListQuestion): Prisma.Sql {
  if (tab === "past") return sql`AND ${END} <= ${now}`;
  return sql`AND r.closes_at > ${now} AND r.ended_at IS NULL
    AND r.opens_at >= ${earliestOpening(organizationId, now)}`;
}

function beyond({ beyond: from }: RoomListQuestion, key: Prisma.Sql): Prisma.Sql {
  if (!from) return empty;
  const { at, id } = from.place;
  const side = from.direction === "later" ? sql`>` : sql`<`;
  return sql`AND (${key}, r.id) ${side} (${at}, ${id}::uuid)`;
}

/** The direction in which the list is read, away from the place it begins at. */
function order({ tab, beyond: from }: RoomListQuestion): Prisma.Sql {
  const direction = from?.direction ?? (tab === "coming" ? "later" : "earlier");
  return direction === "later" ? sql`ASC` : sql`DESC`;
}
