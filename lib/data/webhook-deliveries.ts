import "server-only";
import type { Attempt } from "@/lib/domain/webhook/attempt";
import type { Consequence, OffReason } from "@/lib/domain/webhook/after-attempt";
import { database, type Database } from "./client";
import { enqueueAll } from "./job-queue";

/** A delivery whose turn it is, with all that a try of it needs. */
export type DueDelivery = {
  id: string;
  round: number;
  failedTries: number;
  messageId: string;
  payload: string;
  endpoint: {
    id: string;
    url: string;
    secret: Uint8Array;
    oldSecret: Uint8Array | null;
    oldSecretUntil: Date | null;
    failingSince: Date | null;
    restingUntil: Date | null;
    isOff: boolean;
  };
};

/** The delivery, while it waits for just this round; null when it is settled, gone, or on another. */
export async function findDueDelivery(
  deliveryId: string,
  round: number,
): Promise<DueDelivery | null> {
  const row = await database().webhookDelivery.findFirst({
    where: { id: deliveryId, round, state: "pending" },
    select: {
      id: true,
      round: true,
      failedTries: true,
      messageId: true,
      message: { select: { payload: true } },
      endpoint: {
        select: {
          id: true,
          url: true,
          secret: true,
          oldSecret: true,
          oldSecretUntil: true,
          failingSince: true,
          restingUntil: true,
          offSince: true,
        },
      },
    },
  });
  if (!row) return null;
  const { message, endpoint, ...delivery } = row;
  const { offSince, ...rest } = endpoint;
  return {
    ...delivery,
    payload: message.payload,
    endpoint: { ...rest, isOff: offSince !== null },
  };
}

/**
 * Lets one try go first after an endpoint's rest: whoever gets true makes it, everybody else waits
 * until `again`.
 */
export async function claimFirstTry(endpointId: string, now: Date, again: Date): Promise<boolean> {
  const claimed = await database().$executeRaw`
    UPDATE webhook_endpoints SET resting_until = ${again}::timestamptz
    WHERE id = ${endpointId}::uuid AND resting_until <= ${now}::timestamptz`;
  return claimed > 0;
}

/** Puts a delivery off until `dueAt`, without counting a try. */
export async function postponeDelivery(
  tx: Database,
  { id, round }: Pick<DueDelivery, "id" | "round">,
  dueAt: Date,
): Promise<void> {
  const postponed = await tx.webhookDelivery.updateMany({
    where: { id, round, state: "pending" },
    data: { round: round + 1, dueAt },
  });
  if (postponed.count > 0) await enqueueTry(tx, id, round + 1, dueAt);
}

/** Settles a delivery as failed without another try, because its endpoint is off. */
export async function giveUpDelivery(
  tx: Database,
  { id, round }: Pick<DueDelivery, "id" | "round">,
): Promise<void> {
  await tx.webhookDelivery.updateMany({
    where: { id, round, state: "pending" },
    data: { state: "failed", dueAt: null },
  });
}

/** Writes a try down, and what follows from it: for the delivery, its endpoint and the next job. */
export async function saveAttempt(
  tx: Database,
  { id, round, endpoint }: DueDelivery,
  { attempt, at, consequence }: { attempt: Attempt; at: Date; consequence: Consequence },
): Promise<void> {
  const { status, error, ms } = attempt;
  const next = consequence.delivery;
  await tx.webhookAttempt.create({ data: { deliveryId: id, at, status, error, ms } });
  const settled = await tx.webhookDelivery.updateMany({
    where: { id, round, state: "pending" },
    data: {
      state: next.state,
      round: round + 1,
      dueAt: next.state === "pending" ? next.dueAt : null,
      ...(next.state !== "delivered" && { failedTries: next.failedTries }),
    },
  });
  // Another worker took it for abandoned and was quicker: its word stands.
  if (settled.count === 0) return;
  if (next.state === "pending") await enqueueTry(tx, id, round + 1, next.dueAt);
  await saveEndpointState(tx, endpoint.id, at, consequence.endpoint);
}

const OFF_REASON = {
  "by-hand": "byHand",
  gone: "gone",
  failing: "failing",
} as const satisfies Record<OffReason, string>;

async function saveEndpointState(
  tx: Database,
  endpointId: string,
  now: Date,
  { failingSince, restingUntil, off }: Consequence["endpoint"],
): Promise<void> {
  const switched = off && { offSince: now, offReason: OFF_REASON[off] };
  await tx.webhookEndpoint.updateMany({
    where: { id: endpointId, offSince: null },
    data: { failingSince, restingUntil, ...switched },
  });
}

/**
 * Sends settled deliveries of an endpoint again, from the first try on: the one that is named, or
 * those that failed since then, at most `limit` at a time, oldest first.
 *
 * @returns how many.
 */
export async function replayDeliveries(
  tx: Database,
  endpointId: string,
  which: { deliveryId: string } | { failedSince: Date; limit: number },
  now: Date,
): Promise<number> {
  const replayed =
    "deliveryId" in which
      ? await tx.$queryRaw<{ id: string; round: number }[]>`
          UPDATE webhook_deliveries
          SET state = 'pending', failed_tries = 0, round = round + 1, due_at = ${now}::timestamptz
          WHERE id = ${which.deliveryId}::uuid AND endpoint_id = ${endpointId}::uuid
          RETURNING id, round`
      : await tx.$queryRaw<{ id: string; round: number }[]>`
          UPDATE webhook_deliveries d
          SET state = 'pending', failed_tries = 0, round = round + 1, due_at = ${now}::timestamptz
          FROM (SELECT id FROM webhook_deliveries
            WHERE endpoint_id = ${endpointId}::uuid AND state = 'failed'
              AND created_at >= ${which.failedSince}::timestamptz
            ORDER BY created_at, id LIMIT ${which.limit} FOR UPDATE) AS chosen
          WHERE d.id = chosen.id RETURNING d.id, d.round`;
  const jobs = replayed.map(({ id, round }) => ({ deliveryId: id, round }));
  await enqueueAll(tx, "deliver-webhook", jobs);
  return replayed.length;
}

function enqueueTry(tx: Database, id: string, round: number, startAfter: Date): Promise<void> {
  return enqueueAll(tx, "deliver-webhook", [{ deliveryId: id, round }], startAfter);
}
