import "server-only";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Database } from "./client";

/** Who did something, as the record names them: `seat:<id>`, `member:<id>` or `system`. */
export type RecordActor = `seat:${string}` | `member:${string}` | `key:${string}` | "system";

/**
 * Adds one line to a room's record. The database numbers and chains it, so lines of one room are
 * written one after another: call this late in a transaction.
 */
export async function appendRecord<Kind extends RecordKind>(
  tx: Database,
  roomId: string,
  at: Date,
  actor: RecordActor,
  kind: Kind,
  facts: RecordFacts[Kind],
): Promise<void> {
  await appendRecords(tx, roomId, at, actor, kind, [facts]);
}

/** Adds one line for each of `facts`, in their order, in one statement. */
export async function appendRecords<Kind extends RecordKind>(
  tx: Database,
  roomId: string,
  at: Date,
  actor: RecordActor,
  kind: Kind,
  facts: readonly RecordFacts[Kind][],
): Promise<void> {
  if (facts.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO room_record (room_id, at, actor, kind, facts)
    SELECT ${roomId}::uuid, ${at}, ${actor}, ${kind}, line.facts
    FROM jsonb_array_elements(${JSON.stringify(facts)}::jsonb) WITH ORDINALITY AS line (facts, nth)
    ORDER BY line.nth`;
}
