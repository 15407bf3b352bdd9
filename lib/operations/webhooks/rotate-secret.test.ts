import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { useDatabase } from "@/lib/testing/database";
import { after, HOUR_MS, useWebhookWorld } from "@/lib/testing/webhook-world";
import { createEndpoint } from "./create-endpoint";
import { pingEndpoint } from "./ping-endpoint";
import { OVERLAP_HOURS, rotateSecret } from "./rotate-secret";
import { tidyWebhooks } from "./tidy-webhooks";

useDatabase();
const world = useWebhookWorld();

describe("a secret", () => {
  const stored = () =>
    database().webhookEndpoint.findUniqueOrThrow({ where: { id: world.endpointId } });

  test("does not stand in the database as it is", async () => {
    expect(world.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from((await stored()).secret).includes(world.secret)).toBe(false);
  });

  test("that was replaced signs too for a day, and no longer", async () => {
    const { secret: next, oldSecretUntil } = await rotateSecret(world.owner, world.endpointId);
    expect(oldSecretUntil).toEqual(after(OVERLAP_HOURS * HOUR_MS));
    for (const at of [after(OVERLAP_HOURS * HOUR_MS - 1), after(OVERLAP_HOURS * HOUR_MS)]) {
      await pingEndpoint(world.owner, world.endpointId);
      await world.deliver(at);
    }
    expect(world.sent.map(({ secrets }) => secrets)).toEqual([[next, world.secret], [next]]);
    await tidyWebhooks(world.system(after(OVERLAP_HOURS * HOUR_MS)));
    expect((await stored()).oldSecret).toBeNull();
  });

  test("that does not open any more is a failed try, until it is replaced; other webhooks go on", async () => {
    const other = await createEndpoint(world.owner, { url: "https://example.net/", events: [] });
    const { id, secret } = await stored();
    const damaged = Uint8Array.from(secret, (byte) => byte ^ 1);
    await database().webhookEndpoint.update({ where: { id }, data: { secret: damaged } });
    for (const endpointId of [id, other.endpoint.id]) {
      await pingEndpoint(world.owner, endpointId);
      await world.deliver(after(0), endpointId);
    }
    expect(world.sent.map(({ secrets }) => secrets)).toEqual([[other.secret]]);
    expect(await world.newest()).toMatchObject({
      ...{ state: "pending", tries: 1, lastStatus: null, lastError: "secret-lost" },
    });

    const { secret: next } = await rotateSecret(world.owner, id);
    await world.deliver();
    expect(world.sent.at(-1)?.secrets).toEqual([next]);
    expect(await world.newest()).toMatchObject({ state: "delivered", tries: 2 });
  });

  test("that was replaced twice is gone at once", async () => {
    const { secret: second } = await rotateSecret(world.owner, world.endpointId);
    const { secret: third } = await rotateSecret(world.owner, world.endpointId);
    await pingEndpoint(world.owner, world.endpointId);
    await world.deliver();
    expect(world.sent[0]?.secrets).toEqual([third, second]);
  });
});
