import "server-only";
import { randomUUID } from "node:crypto";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import { eventPayload, eventTypeOf } from "@/lib/domain/webhook/event-payload";
import { wantsEvent, type EventType, type MessageType } from "@/lib/domain/webhook/event-type";
import type { Database } from "./client";
import { enqueueAll } from "./job-queue";
import { listEventFacts, type EventRoom } from "./webhook-event-facts";

/** Lines of one room's record that were just written, of an organization that has webhooks. */
export type NewLines<Kind extends RecordKind> = {
  room: EventRoom;
  kind: Kind;
  lines: readonly { facts: RecordFacts[Kind]; position: number; at: Date }[];
};

/** A message as it is put into the outbox; it tells of a line of a room's record, or of nothing. */
export type NewMessage = {
  id: string;
  type: MessageType;
  roomId: string | null;
  position: number | null;
  occurredAt: Date;
  payload: string;
};

/**
 * Writes the events that these lines are, and a job for each endpoint that wants one, in the
 * transaction of the lines: an event is told if and only if its change was made.
 */
export async function putIntoOutbox<Kind extends RecordKind>(
  tx: Database,
  { room, kind, lines }: NewLines<Kind>,
): Promise<void> {
  const type = eventTypeOf(kind);
  if (type === null) return;
  const endpointIds = await listWanting(tx, room.organizationId, type);
  if (endpointIds.length === 0) return;
  const facts = await listEventFacts(
    tx,
    room,
    lines.map((line) => line.facts),
  );
  const messages = lines.flatMap((line, index) => {
    const about = facts[index];
    const payload = about && eventPayload({ kind, ...line }, about);
    const { position, at: occurredAt } = line;
    return payload
      ? [{ id: randomUUID(), type, roomId: room.roomId, position, occurredAt, payload }]
      : [];
  });
  await insertMessages(tx, room.organizationId, messages, endpointIds);
}

async function listWanting(
  tx: Database,
  organizationId: string,
  type: EventType,
): Promise<string[]> {
  const endpoints = await tx.webhookEndpoint.findMany({
    where: { organizationId, offSince: null },
    select: { id: true, events: true },
  });
  return endpoints.filter(({ events }) => wantsEvent(events, type)).map(({ id }) => id);
}

/** Writes each message once, a delivery of it to each endpoint, and the jobs that make the tries. */
export async function insertMessages(
  tx: Database,
  organizationId: string,
  messages: readonly NewMessage[],
  endpointIds: readonly string[],
): Promise<void> {
  const deliveries = await tx.$queryRaw<{ id: string }[]>`
    WITH message AS (
      INSERT INTO webhook_messages
        (id, organization_id, type, room_id, position, occurred_at, payload)
      SELECT id, ${organizationId}::uuid, type, "roomId", position, "occurredAt", payload
      FROM jsonb_to_recordset(${JSON.stringify(messages)}::jsonb) AS news
        (id uuid, type text, "roomId" uuid, position int, "occurredAt" timestamptz, payload text)
      RETURNING id
    )
    INSERT INTO webhook_deliveries (id, message_id, endpoint_id, due_at)
    SELECT uuidv7(), message.id, endpoint.id, now()
    FROM message, unnest(${[...endpointIds]}::uuid[]) AS endpoint (id)
    RETURNING id`;
  await enqueueAll(
    tx,
    "deliver-webhook",
    deliveries.map(({ id }) => ({ deliveryId: id, round: 1 })),
  );
}
