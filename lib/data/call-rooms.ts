import "server-only";
import type { RoomFacts } from "@/lib/domain/room/join-question";
import type { Database } from "./client";
import { FACT_COLUMNS, ROOM_TABLES } from "./join-facts-query";
import { toJoinFacts, type JoinFactsRow } from "./join-facts-row";

/** What the decision knows of the rooms of these calls, by the call's id; one statement. */
export async function listCallRooms(
  db: Database,
  callIds: readonly string[],
): Promise<Map<string, RoomFacts>> {
  const rows = await db.$queryRaw<JoinFactsRow[]>`
    SELECT ${FACT_COLUMNS}, 0 AS "otherSeats", NULL AS "insideOn"
    FROM calls c JOIN ${ROOM_TABLES} ON r.id = c.room_id
    LEFT JOIN seats s ON false LEFT JOIN people p ON false
    WHERE c.id = ANY(${[...callIds]}::uuid[])`;
  return new Map(
    rows.flatMap((row) => (row.callId ? [[row.callId, toJoinFacts(row).room] as const] : [])),
  );
}
