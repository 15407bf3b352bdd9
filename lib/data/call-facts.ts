import "server-only";
import type { RoomFacts } from "@/lib/domain/room/join-question";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { crowdAt, CROWD_COLUMNS, FACT_COLUMNS, lineAt, ROOM_TABLES } from "./join-facts-query";
import { toJoinFacts, type JoinFacts, type JoinFactsRow } from "./join-facts-row";
import { runPrepared } from "./prepared-statement";

/** What the decision knows of the rooms of these calls, by the call's id; one statement. */
export async function listCallRooms(
  db: Database,
  callIds: readonly string[],
): Promise<Map<string, RoomFacts>> {
  const rows = await db.$queryRaw<JoinFactsRow[]>`
    SELECT ${FACT_COLUMNS}, 0 AS "otherSeats", 0 AS "aheadInLine", NULL AS "mayChangeAt",
      NULL AS "insideOn"
    FROM calls c JOIN (${ROOM_TABLES}) ON r.id = c.room_id
    LEFT JOIN seats s ON false LEFT JOIN people p ON false
    WHERE c.id = ANY(${[...callIds]}::uuid[])`;
  return new Map(
    rows.flatMap((row) => (row.callId ? [[row.callId, toJoinFacts(row).room] as const] : [])),
  );
}

/**
 * The facts, at `now`, for seats whose tickets name these calls, in the order of no importance; one
 * statement.
 * A ticket is for one device only, the one that the seat's call belongs to now, in the call or not,
 * and good for no longer than the personal link by which that device came.
 * Seats of other rooms are left out; a call none of whose room's seats is asked about has one entry
 * without a seat.
 */
export async function listTicketFacts(
  db: Database,
  callNames: readonly string[],
  seatIds: readonly string[],
  now: Date,
): Promise<JoinFacts[]> {
  const { rows } = await runPrepared<JoinFactsRow>(
    db,
    "join-facts-of-tickets",
    Prisma.sql`
    SELECT ${FACT_COLUMNS}, ${CROWD_COLUMNS}, s.device_id AS "insideOn",
      l.revoked_at AS "linkRevokedAt"
    FROM calls c JOIN (${ROOM_TABLES}) ON r.id = c.room_id
    CROSS JOIN ${crowdAt(now)}
    LEFT JOIN seats s ON s.room_id = r.id AND s.id = ANY(${[...seatIds]}::uuid[])
    CROSS JOIN ${lineAt(now)}
    LEFT JOIN personal_links l ON l.id = s.link_id
    LEFT JOIN people p ON p.id = s.person_id
    WHERE c.name = ANY(${[...callNames]}::text[])`,
  );
  return rows.map(toJoinFacts);
}
