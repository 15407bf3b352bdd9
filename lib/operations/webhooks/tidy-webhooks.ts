import "server-only";
import { database, inTransaction } from "@/lib/data/client";
import { dropOldSecrets } from "@/lib/data/webhook-endpoints";
import { deleteBeyond, deleteOldMessages, reviveDeliveries } from "@/lib/data/webhook-tidying";
import type { WebhookContext } from "./webhook-context";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** How long the log of a delivery is kept, and how many of them for one endpoint at most. */
export const LOG_DAYS = 30;
export const LOG_LENGTH = 10_000;

/** A delivery that is so late lost its job: the queue gave it up while the database was away. */
const LATE_MS = 10 * MINUTE_MS;

/** How much is done in one statement, so that none takes long. */
const AT_A_TIME = 5_000;

/** Clears away what is old or too much of the delivery log, and finds deliveries that were forgotten. */
export async function tidyWebhooks({ now }: Pick<WebhookContext, "now">): Promise<void> {
  await dropOldSecrets(database(), now);
  const lateSince = new Date(now.getTime() - LATE_MS);
  await inTransaction((tx) => reviveDeliveries(tx, lateSince, now, AT_A_TIME));
  const oldSince = new Date(now.getTime() - LOG_DAYS * DAY_MS);
  let deleted: number;
  do deleted = await deleteOldMessages(database(), oldSince, AT_A_TIME);
  while (deleted === AT_A_TIME);
  await deleteBeyond(database(), LOG_LENGTH);
}
