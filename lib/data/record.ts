import "server-only";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Database } from "./client";
import type { EventRoom } from "./webhook-event-facts";
import { putIntoOutbox } from "./webhook-outbox";

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

type HeardLine = EventRoom & { position: number };

/**
 * Adds one line for each of `facts`, in their order, in one statement. Where the organization has
 * webhooks, what is an event goes into their outbox along with it.
 */
export async function appendRecords<Kind extends RecordKind>(
  tx: Database,
  roomId: string,
  at: Date,
  actor: RecordActor,
  kind: Kind,
  facts: readonly RecordFacts[Kind][],
): Promise<void> {
  if (facts.length === 0) return;
  const heard = await tx.$queryRaw<HeardLine[]>`
    WITH added AS (
      INSERT INTO room_record (room_id, at, actor, kind, facts)
      SELECT ${roomId}::uuid, ${at}, ${actor}, ${kind}, line.facts
      FROM jsonb_array_elements(${JSON.stringify(facts)}::jsonb) WITH ORDINALITY AS line (facts, nth)
      ORDER BY line.nth
      RETURNING room_id, position
    )
    SELECT r.id AS "roomId", r.acs_id AS "acsRoomId", r.organization_id AS "organizationId",
      added.position
    FROM added JOIN rooms r ON r.id = added.room_id
    WHERE EXISTS (SELECT FROM webhook_endpoints e
      WHERE e.organization_id = r.organization_id AND e.off_since IS NULL)
    ORDER BY added.position`;
  const [room] = heard;
  if (!room) return;
  const lines = facts.flatMap((line, index) => {
    const position = heard[index]?.position;
    return position === undefined ? [] : [{ facts: line, position, at }];
  });
  await putIntoOutbox(tx, { room, kind, lines });
}
