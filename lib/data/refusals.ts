import "server-only";
import type { RecordFacts } from "@/lib/domain/room/record";
import type { Database } from "./client";
import type { RecordActor } from "./record";

/** How many of the record's last lines are searched for the same refusal. */
const LINES_SEARCHED = 200;

type Refused = {
  roomId: string;
  at: Date;
  actor: RecordActor;
  facts: RecordFacts["join-refused"];
};

/**
 * Writes that somebody was not let in, unless the same was written within the last minute: who
 * presses a hundred times leaves one line.
 */
export async function recordRefusal(
  tx: Database,
  { roomId, at, actor, facts }: Refused,
): Promise<void> {
  const json = JSON.stringify(facts);
  await tx.$executeRaw`
    INSERT INTO room_record (room_id, at, actor, kind, facts)
    SELECT ${roomId}::uuid, ${at}::timestamptz, ${actor}, 'join-refused', ${json}::jsonb
    WHERE NOT EXISTS (
      SELECT FROM (
        SELECT kind, at, facts FROM room_record WHERE room_id = ${roomId}::uuid
        ORDER BY position DESC LIMIT ${LINES_SEARCHED}
      ) last
      WHERE last.kind = 'join-refused' AND last.facts = ${json}::jsonb
        AND last.at > ${at}::timestamptz - interval '1 minute'
    )`;
}
