import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { askEndpoint, buildApiWorld, endpointOf } from "@/lib/testing/api-builder";
import { useDatabase } from "@/lib/testing/database";

useDatabase();

const URL = "https://hooks.example.org/other";

let world: Awaited<ReturnType<typeof buildApiWorld>>;

beforeEach(async () => {
  world = await buildApiWorld();
});

const edit = (body: object, tag = '"1"') =>
  askEndpoint(endpointOf("editWebhook"), world.secret, world.params, {
    ...{ body, headers: { "if-match": tag } },
  });

const stored = () =>
  database().webhookEndpoint.findUniqueOrThrow({ where: { id: world.params.webhookId } });

test("a new address and turning it off are one change, or none", async () => {
  const before = await stored();
  const stale = await edit({ url: URL, isOn: false }, '"9"');
  expect([stale.status, await stored()]).toEqual([412, before]);

  const { body } = await edit({ url: URL, isOn: false });
  expect(body).toMatchObject({ url: URL, isOn: false, offReason: "by-hand", version: 2 });
  expect(await stored()).toMatchObject({ url: URL, offReason: "byHand", version: 2 });
});

test("turning it on forgets its failures; on again changes nothing of that", async () => {
  await edit({ isOn: false });
  const failingSince = new Date("2027-03-09T14:00:00Z");
  const where = { id: world.params.webhookId };
  await database().webhookEndpoint.update({ where, data: { failingSince } });
  const on = await edit({ isOn: true }, '"2"');
  expect(on.body).toMatchObject({ isOn: true, offSince: null, failingSince: null, version: 3 });

  await database().webhookEndpoint.update({ where, data: { failingSince } });
  const again = await edit({ isOn: true }, '"3"');
  expect(again.body).toMatchObject({ isOn: true, failingSince: failingSince.toISOString() });
});
