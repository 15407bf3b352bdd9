import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { after, HOUR_MS, useWebhookWorld } from "@/lib/testing/webhook-world";
import { pingEndpoint } from "./ping-endpoint";
import { LOG_DAYS, tidyWebhooks } from "./tidy-webhooks";

useDatabase();
const world = useWebhookWorld();

describe("tidying", () => {
  const agedBy = (ms: number) => database().$executeRaw`
    UPDATE webhook_messages SET created_at = ${after(-ms)} WHERE organization_id = ${world.organizationId}::uuid`;

  test("keeps what is young, and what still waits", async () => {
    await pingEndpoint(world.owner, world.endpointId);
    await agedBy(2 * LOG_DAYS * 24 * HOUR_MS);
    await tidyWebhooks(world.system());
    expect(await world.newest()).toBeDefined();
    await world.deliver();
    await agedBy(LOG_DAYS * 24 * HOUR_MS);
    await tidyWebhooks(world.system());
    expect(await world.newest()).toBeDefined();
  });

  test("deletes what is old and settled", async () => {
    await pingEndpoint(world.owner, world.endpointId);
    await world.deliver();
    await agedBy(LOG_DAYS * 24 * HOUR_MS + 1);
    await tidyWebhooks(world.system());
    expect(await world.newest()).toBeUndefined();
  });

  test("finds a delivery whose job is gone", async () => {
    await pingEndpoint(world.owner, world.endpointId);
    const lost = await world.lastJob();
    await database().$executeRaw`
      DELETE FROM rostrum_jobs.job WHERE data->>'deliveryId' = ${lost.deliveryId}`;
    const dueAt = after(-HOUR_MS);
    await database().webhookDelivery.update({ where: { id: lost.deliveryId }, data: { dueAt } });
    await tidyWebhooks(world.system());
    await world.deliver();
    expect(await world.newest()).toMatchObject({ state: "delivered" });
  });
});
