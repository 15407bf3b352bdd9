import { beforeEach, describe, expect, test, vi } from "vitest";
import { FAILING_LIMIT_MS, REST_MS } from "@/lib/domain/webhook/after-attempt";
import { RETRY_DELAYS_SECONDS } from "@/lib/domain/webhook/retry-delay";
import { useDatabase } from "@/lib/testing/database";
import {
  after,
  FAILED,
  NOW,
  TOOK_IT,
  URL_OF_HOOK,
  useWebhookWorld,
} from "@/lib/testing/webhook-world";
import { createEndpoint, MOST_ENDPOINTS } from "./create-endpoint";
import { deliverWebhook } from "./deliver-webhook";
import { getEndpoint } from "./get-endpoint";
import { pingEndpoint } from "./ping-endpoint";
import { removeEndpoint } from "./remove-endpoint";
import { replayDelivery } from "./replay-delivery";
import { turnEndpoint } from "./turn-endpoint";

useDatabase();
const world = useWebhookWorld();
// Ten tries one after another take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("a delivery", () => {
  beforeEach(() => pingEndpoint(world.owner, world.endpointId));

  test("that failed comes back as the table says, under the same id with the same body", async () => {
    world.outcome = FAILED;
    let now = NOW;
    for (const seconds of RETRY_DELAYS_SECONDS) {
      await world.deliver(now);
      const job = await world.lastJob();
      expect(job.startAfter).toEqual(new Date(now.getTime() + seconds * 1000));
      expect(await world.newest()).toMatchObject({ state: "pending", dueAt: job.startAfter });
      now = job.startAfter;
    }
    await world.deliver(now);
    expect(await world.newest()).toMatchObject({ state: "failed", dueAt: null, tries: 10 });
    expect(new Set(world.sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(world.sent.map(({ body }) => body)).size).toBe(1);
    expect(await world.jobs()).toHaveLength(10);
  });

  test("that got through is not sent again by a job that comes twice or late", async () => {
    const job = await world.lastJob();
    await deliverWebhook(world.system(), job);
    await deliverWebhook(world.system(), job);
    expect(world.sent).toHaveLength(1);
    expect(await world.newest()).toMatchObject({ state: "delivered", tries: 1, lastStatus: 204 });
  });

  test("two workers at once plan one next try", async () => {
    world.outcome = FAILED;
    const job = await world.lastJob();
    await Promise.all([deliverWebhook(world.system(), job), deliverWebhook(world.system(), job)]);
    expect((await world.jobs()).filter(({ round }) => round === 2)).toHaveLength(1);
    expect(new Set(world.sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("of an endpoint that was deleted or turned off is not sent", async () => {
    await turnEndpoint(world.owner, world.endpointId, "off");
    await world.deliver();
    expect(await world.newest()).toMatchObject({ state: "failed", tries: 0 });
    const job = await world.lastJob();
    await removeEndpoint(world.owner, world.endpointId);
    await deliverWebhook(world.system(), job);
    expect(world.sent).toEqual([]);
  });
});

describe("an endpoint", () => {
  beforeEach(() => pingEndpoint(world.owner, world.endpointId));

  test("that answers 410 is turned off", async () => {
    world.outcome = { status: 410, error: "bad-status", ms: 9 };
    await world.deliver();
    const { off } = await getEndpoint(world.owner, world.endpointId);
    expect(off).toEqual({ since: NOW, reason: "gone" });
    await expect(pingEndpoint(world.owner, world.endpointId)).rejects.toMatchObject({
      code: "webhook-is-off",
    });
    await expect(
      replayDelivery(world.owner, world.endpointId, (await world.newest())?.id ?? ""),
    ).rejects.toMatchObject({ code: "webhook-is-off" });
  });

  test("that fails for days is turned off, one that got through meanwhile is not", async () => {
    world.outcome = FAILED;
    await world.deliver();
    world.outcome = TOOK_IT;
    await world.deliver();
    expect((await getEndpoint(world.owner, world.endpointId)).failingSince).toBeNull();
    world.outcome = FAILED;
    await pingEndpoint(world.owner, world.endpointId);
    await world.deliver();
    await world.deliver(after(FAILING_LIMIT_MS - 1));
    expect((await getEndpoint(world.owner, world.endpointId)).off).toBeNull();
    await world.deliver(after(FAILING_LIMIT_MS));
    expect((await getEndpoint(world.owner, world.endpointId)).off?.reason).toBe("failing");
    await turnEndpoint(world.owner, world.endpointId, "on");
    expect(await getEndpoint(world.owner, world.endpointId)).toMatchObject({
      off: null,
      failingSince: null,
    });
  });

  test("that let a try run out of time is left alone, and then one goes first", async () => {
    world.outcome = { status: null, error: "timeout", ms: 15_000 };
    await world.deliver();
    world.outcome = TOOK_IT;
    await pingEndpoint(world.owner, world.endpointId);
    await pingEndpoint(world.owner, world.endpointId);
    const waiting = (await world.jobs()).slice(-2);
    const [first, second] = waiting;
    if (!first || !second) throw new Error("no jobs");
    await deliverWebhook(world.system(after(REST_MS - 1)), first);
    expect(world.sent).toHaveLength(1);
    const moved = (await world.jobs())
      .filter(({ deliveryId }) => deliveryId === first.deliveryId)
      .at(-1);
    expect(moved?.startAfter).toEqual(after(REST_MS));
    world.outcome = FAILED;
    let answer = () => {};
    world.isAnswering = new Promise((resolve) => (answer = resolve));
    // Both look at the end of the rest; the one that is first goes, the other does not wait for it.
    const both = [second, moved].map(
      (job) => job && deliverWebhook(world.system(after(REST_MS)), job),
    );
    await Promise.race(both);
    answer();
    await Promise.all(both);
    expect(world.sent).toHaveLength(2);
  });

  test("has no more than so many beside it", async () => {
    for (let count = 1; count < MOST_ENDPOINTS; count += 1) {
      await createEndpoint(world.owner, { url: URL_OF_HOOK, events: [] });
    }
    await expect(
      createEndpoint(world.owner, { url: URL_OF_HOOK, events: [] }),
    ).rejects.toMatchObject({
      code: "too-many-webhooks",
    });
  });
});
