import "server-only";
import type { Database } from "./client";
import { enqueueAll } from "./job-queue";

/** Deletes messages made before `before` that wait for no endpoint any more, with their whole log. */
export async function deleteOldMessages(
  db: Database,
  before: Date,
  limit: number,
): Promise<number> {
  return db.$executeRaw`
    DELETE FROM webhook_messages WHERE id IN (
      SELECT m.id FROM webhook_messages m
      WHERE m.created_at < ${before}::timestamptz AND NOT EXISTS (
        SELECT FROM webhook_deliveries d WHERE d.message_id = m.id AND d.state = 'pending')
      ORDER BY m.created_at LIMIT ${limit})`;
}

/** Deletes settled deliveries beyond an endpoint's newest `kept`, and messages that nobody has left. */
export async function deleteBeyond(db: Database, kept: number): Promise<void> {
  await db.$executeRaw`
    DELETE FROM webhook_deliveries WHERE id IN (
      SELECT old.id FROM webhook_endpoints e, LATERAL (
        SELECT d.id, d.state FROM webhook_deliveries d WHERE d.endpoint_id = e.id
        ORDER BY d.created_at DESC, d.id DESC OFFSET ${kept}) AS old
      WHERE old.state <> 'pending')`;
  await db.$executeRaw`
    DELETE FROM webhook_messages m
    WHERE NOT EXISTS (SELECT FROM webhook_deliveries d WHERE d.message_id = m.id)`;
}

/** Writes a new job for deliveries that were due before `before`: the one they had is gone. */
export async function reviveDeliveries(
  tx: Database,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const revived = await tx.$queryRaw<{ id: string; round: number }[]>`
    UPDATE webhook_deliveries d SET round = round + 1, due_at = ${now}::timestamptz
    FROM (SELECT id FROM webhook_deliveries
      WHERE state = 'pending' AND due_at < ${before}::timestamptz
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED) AS lost
    WHERE d.id = lost.id RETURNING d.id, d.round`;
  await enqueueAll(
    tx,
    "deliver-webhook",
    revived.map(({ id, round }) => ({ deliveryId: id, round })),
  );
  return revived.length;
}
