import "server-only";
import { createHash } from "node:crypto";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Database } from "./client";

/** One line of a room's record. */
export type RecordLine = {
  [Kind in RecordKind]: {
    position: number;
    at: Date;
    /** `seat:<id>`, `member:<id>`, `key:<id>` or `system`. */
    actor: string;
    kind: Kind;
    facts: RecordFacts[Kind];
  };
}[RecordKind];

/** The lines after `position`, oldest first, at most `count`. */
export function listRecord(
  tx: Database,
  roomId: string,
  { after, count }: { after: number; count: number },
): Promise<RecordLine[]> {
  return tx.$queryRaw<RecordLine[]>`
    SELECT position, at, actor, kind, facts FROM room_record
    WHERE room_id = ${roomId}::uuid AND position > ${after}
    ORDER BY position LIMIT ${count}`;
}

type ChainedLine = { position: number; text: string; hash: Uint8Array };

/**
 * Computes the chain of a room's record anew, apart from the database's own function.
 *
 * @returns the position of the first line that does not fit (a missing one included), or null, and
 *   the last hash as hex: kept elsewhere, it proves later that nothing was cut off.
 */
export async function checkRecordChain(
  tx: Database,
  roomId: string,
): Promise<{ lines: number; brokenAt: number | null; lastHash: string }> {
  // The text is what the trigger `room_record_chain` hashes; see the migration.
  const lines = await tx.$queryRaw<ChainedLine[]>`
    SELECT position, hash, concat_ws('|', room_id, position,
      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, kind, facts::text) AS text
    FROM room_record WHERE room_id = ${roomId}::uuid ORDER BY position`;
  let last: Uint8Array = new Uint8Array();
  for (const [index, { position, text, hash }] of lines.entries()) {
    const expected = createHash("sha256").update(last).update(text).digest();
    if (position !== index + 1 || !expected.equals(hash)) {
      return { lines: lines.length, brokenAt: index + 1, lastHash: toHex(last) };
    }
    last = hash;
  }
  return { lines: lines.length, brokenAt: null, lastHash: toHex(last) };
}

const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
