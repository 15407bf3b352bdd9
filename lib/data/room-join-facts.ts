import "server-only";
import type { Database } from "./client";
import {
  CROWD_COLUMNS,
  crowdAt,
  FACT_COLUMNS,
  insideOnAt,
  lineAt,
  ROOM_TABLES,
} from "./join-facts-query";
import { toJoinFacts, type JoinFacts, type JoinFactsRow } from "./join-facts-row";

/** The facts of every seat of a room as they are at `now`, in the order of the roster; one statement. */
export async function listRoomJoinFacts(
  tx: Database,
  roomId: string,
  now: Date,
): Promise<JoinFacts[]> {
  const rows = await tx.$queryRaw<JoinFactsRow[]>`
    SELECT ${FACT_COLUMNS}, ${CROWD_COLUMNS}, ${insideOnAt(now)}
    FROM ${ROOM_TABLES}
    LEFT JOIN calls c ON c.room_id = r.id AND c.ended_at IS NULL
    CROSS JOIN ${crowdAt(now)}
    JOIN seats s ON s.room_id = r.id
    CROSS JOIN ${lineAt(now)}
    JOIN people p ON p.id = s.person_id
    WHERE r.id = ${roomId}::uuid
    ORDER BY s.role, s.id`;
  return rows.map(toJoinFacts);
}
