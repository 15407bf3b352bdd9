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

/** Some of a record's lines, oldest first. */
export type RecordPart = {
  lines: RecordLine[];
  /** The position of the first of them that was changed or before which one is missing; null for none. */
  brokenAt: number | null;
  /** Whether others follow. */
  hasMore: boolean;
};

type ChainedLine = { line: RecordLine; text: string; hash: Uint8Array };

/**
 * The lines after the position `after`, at most `count`, checked as they are read: each has to carry
 * the hash of its text and of the hash before it, from that of the line `after` on. So whoever reads
 * the record from its beginning to its end has had all of it checked, and one part costs no more
 * than its own lines. Nothing here checks the whole at once: `npm run verify-records` does, which
 * also names the last hash; that one, kept elsewhere, proves that nothing was cut off at the end.
 */
export async function listRecord(
  tx: Database,
  roomId: string,
  { after, count }: { after: number; count: number },
): Promise<RecordPart> {
  // The text is what the trigger `room_record_chain` hashes; see the migration.
  const found = await tx.$queryRaw<(RecordLine & { text: string; hash: Uint8Array })[]>`
    SELECT position, at, actor, kind, facts, hash, concat_ws('|', room_id, position,
      to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, kind, facts::text) AS text
    FROM room_record WHERE room_id = ${roomId}::uuid AND position >= ${after}
    ORDER BY position LIMIT ${count + 2}`;
  const chained = found.map(({ text, hash, ...line }) => ({ line, text, hash }));
  const before = chained[0]?.line.position === after ? chained.shift() : undefined;
  const part = chained.slice(0, count);
  return {
    lines: part.map(({ line }) => line),
    brokenAt: findBreak(part, { position: after, hash: before?.hash ?? new Uint8Array() }),
    hasMore: chained.length > count,
  };
}

/** The first line that does not fit the one before it, `last` being what stands before them all. */
function findBreak(
  lines: readonly ChainedLine[],
  last: { position: number; hash: Uint8Array },
): number | null {
  for (const { line, text, hash } of lines) {
    const expected = createHash("sha256").update(last.hash).update(text).digest();
    if (line.position !== last.position + 1 || !expected.equals(hash)) return line.position;
    last = { position: line.position, hash };
  }
  return null;
}
