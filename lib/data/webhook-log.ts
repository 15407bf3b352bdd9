import "server-only";
import type { AttemptError } from "@/lib/domain/webhook/attempt";
import type { DeliveryState } from "@/lib/domain/webhook/delivery-state";
import type { MessageType } from "@/lib/domain/webhook/event-type";
import { Prisma } from "./generated/client";
import { database } from "./client";

/** One line of an endpoint's log. */
export type LoggedDelivery = {
  id: string;
  messageId: string;
  type: MessageType;
  roomId: string | null;
  position: number | null;
  occurredAt: Date;
  createdAt: Date;
  state: DeliveryState;
  /** When its next try may be; null when none will be. */
  dueAt: Date | null;
  /** How many tries were made in all, and what came of the last one. */
  tries: number;
  lastStatus: number | null;
  lastError: AttemptError | null;
};

/** One try, as the log shows it. */
export type LoggedAttempt = {
  at: Date;
  status: number | null;
  error: AttemptError | null;
  ms: number;
};

export type LogFilter = { state: DeliveryState | null; type: MessageType | null };

const COLUMNS = Prisma.sql`
  d.id, d.message_id AS "messageId", m.type, m.room_id AS "roomId", m.position,
  m.occurred_at AS "occurredAt", d.created_at AS "createdAt", d.state::text, d.due_at AS "dueAt",
  tried.tries::int, tried.status AS "lastStatus", tried.error AS "lastError"`;

const TABLES = Prisma.sql`
  webhook_deliveries d
  JOIN webhook_messages m ON m.id = d.message_id
  LEFT JOIN LATERAL (
    SELECT a.status, a.error, count(*) OVER () AS tries FROM webhook_attempts a
    WHERE a.delivery_id = d.id ORDER BY a.at DESC, a.id DESC LIMIT 1
  ) AS tried ON true`;

/** An endpoint's deliveries, newest first, from after the one named on; at most `limit`. */
export async function listDeliveries(
  endpointId: string,
  { state, type }: LogFilter,
  after: string | null,
  limit: number,
): Promise<LoggedDelivery[]> {
  const rows = await database().$queryRaw<(LoggedDelivery & { tries: number | null })[]>`
    SELECT ${COLUMNS} FROM ${TABLES}
    WHERE d.endpoint_id = ${endpointId}::uuid
      AND (${state}::text IS NULL OR d.state::text = ${state})
      AND (${type}::text IS NULL OR m.type = ${type})
      AND (${after}::uuid IS NULL OR (d.created_at, d.id) < (
        SELECT created_at, id FROM webhook_deliveries WHERE id = ${after}::uuid))
    ORDER BY d.created_at DESC, d.id DESC LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, tries: row.tries ?? 0 }));
}

/** One delivery of an endpoint with what was sent and each try, newest first; null when none such. */
export async function findDelivery(
  endpointId: string,
  deliveryId: string,
): Promise<(LoggedDelivery & { payload: string; attempts: LoggedAttempt[] }) | null> {
  const [row] = await database().$queryRaw<(LoggedDelivery & { payload: string })[]>`
    SELECT ${COLUMNS}, m.payload FROM ${TABLES}
    WHERE d.endpoint_id = ${endpointId}::uuid AND d.id = ${deliveryId}::uuid`;
  if (!row) return null;
  const attempts = await database().$queryRaw<LoggedAttempt[]>`
    SELECT at, status, error, ms FROM webhook_attempts
    WHERE delivery_id = ${deliveryId}::uuid ORDER BY at DESC, id DESC LIMIT 100`;
  return { ...row, tries: row.tries ?? 0, attempts };
}
