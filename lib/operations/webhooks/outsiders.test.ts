import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { SCOPES, type Scope } from "@/lib/domain/program/scope";
import { buildMember, buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import type { Context, PlannerActor, ProgramActor } from "@/lib/operations/context";
import { createEndpoint } from "./create-endpoint";
import { editEndpoint } from "./edit-endpoint";
import { getDelivery } from "./get-delivery";
import { getEndpoint } from "./get-endpoint";
import { listDeliveries } from "./list-deliveries";
import { listEndpoints } from "./list-endpoints";
import { pingEndpoint } from "./ping-endpoint";
import { removeEndpoint } from "./remove-endpoint";
import { replayDelivery } from "./replay-delivery";
import { replayFailed } from "./replay-failed";
import { rotateSecret } from "./rotate-secret";
import { turnEndpoint } from "./turn-endpoint";

useDatabase();

type Target = { endpointId: string; deliveryId: string };
type Verb = (ctx: Context<PlannerActor>, target: Target) => Promise<unknown>;

const url = "https://example.org/hook";
const page = { after: null, limit: 10, state: null, type: null };

const OF_ONE: Record<string, [Scope, Verb]> = {
  "edit-endpoint": [
    "webhooks:write",
    (ctx, { endpointId }) => editEndpoint(ctx, endpointId, { url, events: [] }),
  ],
  "get-delivery": [
    "webhooks:read",
    (ctx, { endpointId, deliveryId }) => getDelivery(ctx, endpointId, deliveryId),
  ],
  "get-endpoint": ["webhooks:read", (ctx, { endpointId }) => getEndpoint(ctx, endpointId)],
  "list-deliveries": [
    "webhooks:read",
    (ctx, { endpointId }) => listDeliveries(ctx, endpointId, page),
  ],
  "ping-endpoint": ["webhooks:write", (ctx, { endpointId }) => pingEndpoint(ctx, endpointId)],
  "remove-endpoint": ["webhooks:write", (ctx, { endpointId }) => removeEndpoint(ctx, endpointId)],
  "replay-delivery": [
    "webhooks:write",
    (ctx, { endpointId, deliveryId }) => replayDelivery(ctx, endpointId, deliveryId),
  ],
  "replay-failed": [
    "webhooks:write",
    (ctx, { endpointId }) => replayFailed(ctx, endpointId, new Date(0)),
  ],
  "rotate-secret": ["webhooks:write", (ctx, { endpointId }) => rotateSecret(ctx, endpointId)],
  "turn-endpoint": [
    "webhooks:write",
    (ctx, { endpointId }) => turnEndpoint(ctx, endpointId, "off"),
  ],
};

const OF_ALL: Record<string, [Scope, Verb]> = {
  "create-endpoint": ["webhooks:write", (ctx) => createEndpoint(ctx, { url, events: [] })],
  "list-endpoints": ["webhooks:read", (ctx) => listEndpoints(ctx)],
};

/** What the clock does, and steps of the others. */
const INNER = [
  "deliver-webhook",
  "tidy-webhooks",
  "require-endpoint",
  "webhook-context",
  "webhook-secret",
];

test("every operation on webhooks stands in a table", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.includes(".test."))
    .map((file) => path.parse(file).name);
  const listed = [...Object.keys(OF_ONE), ...Object.keys(OF_ALL), ...INNER];
  expect(files.sort()).toEqual(listed.sort());
});

let organizationId: string;
let target: Target;

beforeEach(async () => {
  organizationId = (await buildOrganization()).id;
  const owner = buildPlannerContext(await buildMember(organizationId));
  const { endpoint } = await createEndpoint(owner, { url, events: [] });
  await pingEndpoint(owner, endpoint.id);
  const { deliveries } = await listDeliveries(owner, endpoint.id, page);
  target = { endpointId: endpoint.id, deliveryId: deliveries[0]?.id ?? "" };
});

const everything = () =>
  database().webhookEndpoint.findMany({
    where: { organizationId },
    include: { deliveries: { include: { message: true, attempts: true } } },
  });

async function refused(attempt: () => Promise<unknown>, code: string): Promise<void> {
  const before = await everything();
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(await everything()).toEqual(before);
}

const program = (ofOrganization: string, scopes: readonly Scope[]): ProgramActor => ({
  kind: "program",
  keyId: "019a0000-0000-7000-8000-000000000004",
  organizationId: ofOrganization,
  scopes,
});

describe.each(Object.entries(OF_ONE))("%s", (_, [, verb]) => {
  test("finds nothing for the owner of another organization", async () => {
    const stranger = buildPlannerContext(await buildMember((await buildOrganization()).id));
    await refused(() => verb(stranger, target), "webhook-not-found");
  });

  test("finds nothing for a program of another organization", async () => {
    const stranger = buildPlannerContext(program((await buildOrganization()).id, SCOPES));
    await refused(() => verb(stranger, target), "webhook-not-found");
  });

  test.each(["", "../x", "019a0000-0000-7000-8000-000000000009"])(
    "finds nothing under %j",
    async (endpointId) => {
      const owner = buildPlannerContext(await buildMember(organizationId));
      await refused(() => verb(owner, { ...target, endpointId }), "webhook-not-found");
    },
  );

  test("reaches no delivery of another organization through one's own endpoint", async () => {
    const stranger = buildPlannerContext(await buildMember((await buildOrganization()).id));
    const { endpoint } = await createEndpoint(stranger, { url, events: [] });
    const before = await everything();
    await verb(stranger, { ...target, endpointId: endpoint.id }).catch(() => undefined);
    expect(await everything()).toEqual(before);
  });
});

describe.each(Object.entries({ ...OF_ONE, ...OF_ALL }))("%s", (_, [scope, verb]) => {
  test("is refused to a host", async () => {
    const host = buildPlannerContext(await buildMember(organizationId, "host"));
    await refused(() => verb(host, target), "not-allowed");
  });

  test("is refused to a program with every scope but its own", async () => {
    const scopes = SCOPES.filter((each) => each !== scope);
    await refused(
      () => verb(buildPlannerContext(program(organizationId, scopes)), target),
      "scope-missing",
    );
  });

  test("is done for a manager", async () => {
    await verb(buildPlannerContext(await buildMember(organizationId, "manager")), target);
  });

  test("is done for a program with its scope", async () => {
    await verb(buildPlannerContext(program(organizationId, [scope])), target);
  });
});

test("an organization sees its own endpoints and no other's", async () => {
  const stranger = buildPlannerContext(await buildMember((await buildOrganization()).id));
  expect(await listEndpoints(stranger)).toEqual([]);
  const owner = buildPlannerContext(await buildMember(organizationId));
  expect((await listEndpoints(owner)).map(({ id }) => id)).toEqual([target.endpointId]);
});
