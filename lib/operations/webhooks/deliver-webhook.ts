import "server-only";
import { database, inTransaction } from "@/lib/data/client";
import type { JobPayloads } from "@/lib/data/job-queue";
import {
  claimFirstTry,
  findDueDelivery,
  giveUpDelivery,
  postponeDelivery,
  saveAttempt,
  type DueDelivery,
} from "@/lib/data/webhook-deliveries";
import { openSecrets } from "@/lib/data/webhook-endpoints";
import { decideAfterAttempt, REST_MS } from "@/lib/domain/webhook/after-attempt";
import type { Attempt } from "@/lib/domain/webhook/attempt";
import type { WebhookContext } from "./webhook-context";

/**
 * Makes one try of a delivery, and plans what follows from it. A job that comes twice, because its
 * worker died or was slow, sends the same message under the same id or finds nothing left to do.
 *
 * An endpoint that let a try run out of time is left alone for a while, so that it holds up nobody
 * else's: then one try goes first, and the others wait for what comes of it.
 */
export async function deliverWebhook(
  ctx: WebhookContext,
  { deliveryId, round }: JobPayloads["deliver-webhook"],
): Promise<void> {
  const delivery = await findDueDelivery(deliveryId, round);
  if (!delivery) return;
  if (delivery.endpoint.isOff) return giveUpDelivery(database(), delivery);
  const restsUntil = await restOf(ctx, delivery.endpoint);
  if (restsUntil) {
    const dueAt = new Date(restsUntil.getTime() + ctx.random() * REST_MS);
    return inTransaction((tx) => postponeDelivery(tx, delivery, dueAt));
  }
  await tryOnce(ctx, delivery);
}

/** Until when others are to wait; null for the one who may try now. */
async function restOf(
  { now }: WebhookContext,
  { id, restingUntil }: DueDelivery["endpoint"],
): Promise<Date | null> {
  if (!restingUntil) return null;
  if (now < restingUntil) return restingUntil;
  const again = new Date(now.getTime() + REST_MS);
  return (await claimFirstTry(id, now, again)) ? null : again;
}

async function tryOnce(ctx: WebhookContext, delivery: DueDelivery): Promise<void> {
  const { now, random } = ctx;
  const { failedTries, endpoint } = delivery;
  const { failingSince } = endpoint;
  const attempt = await send(ctx, delivery);
  const consequence = decideAfterAttempt({
    attempt,
    failedTries,
    failingSince,
    now,
    random: random(),
  });
  await inTransaction((tx) => saveAttempt(tx, delivery, { attempt, at: now, consequence }));
}

/** Sends the message; one that nothing could sign stays here, which is a try that failed. */
async function send(
  { now, webhooks }: WebhookContext,
  { messageId, payload, endpoint }: DueDelivery,
): Promise<Attempt> {
  const secrets = openSecrets(endpoint, endpoint.oldSecretUntil, now);
  if (secrets.length === 0) return { status: null, error: "secret-lost", ms: 0 };
  const { url } = endpoint;
  return webhooks.send({ url, messageId: `msg_${messageId}`, body: payload, at: now, secrets });
}
