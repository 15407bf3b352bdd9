import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { after, FAILED, NOW, TOOK_IT, useWebhookWorld } from "@/lib/testing/webhook-world";
import { deliverWebhook } from "./deliver-webhook";
import { pingEndpoint } from "./ping-endpoint";
import { replayDelivery } from "./replay-delivery";
import { replayFailed } from "./replay-failed";

useDatabase();
const world = useWebhookWorld();

describe("sending again", () => {
  test("one message goes out anew with its id, whatever came of it", async () => {
    await pingEndpoint(world.owner, world.endpointId);
    await world.deliver();
    await replayDelivery(world.owner, world.endpointId, (await world.newest())?.id ?? "");
    expect(await world.newest()).toMatchObject({ state: "pending" });
    await world.deliver();
    expect(world.sent).toHaveLength(2);
    expect(world.sent[1]?.messageId).toBe(world.sent[0]?.messageId);
    expect(await world.newest()).toMatchObject({ state: "delivered", tries: 2 });
  });

  test("takes the place of the try that was planned", async () => {
    world.outcome = FAILED;
    await pingEndpoint(world.owner, world.endpointId);
    await world.deliver();
    const planned = await world.lastJob();
    world.outcome = TOOK_IT;
    await replayDelivery(world.owner, world.endpointId, planned.deliveryId);
    await world.deliver();
    await deliverWebhook(world.system(planned.startAfter), planned);
    expect(world.sent).toHaveLength(2);
  });

  test("takes all that were given up since then, and no others", async () => {
    const set = (id: string, state: "failed" | "delivered", createdAt: Date) =>
      database().webhookDelivery.update({
        where: { id },
        data: { state, createdAt, dueAt: null },
      });
    for (let count = 0; count < 4; count += 1) await pingEndpoint(world.owner, world.endpointId);
    const [early, ok, late, last] = await world.jobs();
    if (!early || !ok || !late || !last) throw new Error("no jobs");
    await set(early.deliveryId, "failed", after(-1));
    await set(ok.deliveryId, "delivered", NOW);
    await set(late.deliveryId, "failed", NOW);
    await set(last.deliveryId, "failed", after(1));
    expect(await replayFailed(world.owner, world.endpointId, NOW)).toBe(2);
    const again = (await world.jobs()).filter(({ round }) => round === 2);
    expect(again.map(({ deliveryId }) => deliveryId).sort()).toEqual(
      [late.deliveryId, last.deliveryId].sort(),
    );
  });
});
