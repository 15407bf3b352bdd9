import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { pingEndpoint } from "@/lib/operations/webhooks/ping-endpoint";
import { buildMember, buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { useWebhookReceiver, verified } from "@/lib/testing/webhook-receiver";
import { useWorkerProcesses } from "@/lib/testing/worker-process";
import { webhookSender } from "@/lib/webhooks/send-webhook";
import { startJobs, type Jobs } from "./start-jobs";

useDatabase();
const receiver = useWebhookReceiver();
const workers = useWorkerProcesses();

const EVENTUALLY = { timeout: 40_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });

let jobs: Jobs | undefined;
const start = async () => {
  jobs = await startJobs({ webhooks: webhookSender({ isLoopbackAllowed: true }) });
};
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

let owner: ReturnType<typeof buildPlannerContext>;
let endpointId: string;
let secret: string;

beforeEach(async () => {
  owner = buildPlannerContext(await buildMember((await buildOrganization()).id));
  const made = await createEndpoint(owner, { url: receiver.url(), events: [] });
  ({ secret } = made);
  endpointId = made.endpoint.id;
});

const states = async () => {
  const rows = await database().webhookDelivery.findMany({ where: { endpointId } });
  return rows.map(({ state }) => state);
};

const letTimePass = () => database().$executeRaw`
  UPDATE rostrum_jobs.job SET started_on = started_on - interval '1 minute',
    start_after = start_after - interval '1 minute'
  WHERE state IN ('active', 'retry')`;

describe("a worker that is killed while a receiver thinks", () => {
  test("costs a second copy under the same id, and no event", async () => {
    receiver.state.answer = () => undefined;
    const worker = workers.start({ WEBHOOK_LOOPBACK: "allowed" });
    await pingEndpoint(owner, endpointId);
    await expect.poll(() => receiver.received.length, EVENTUALLY).toBe(1);
    await workers.kill(worker);

    receiver.state.answer = 204;
    await start();
    const isOver = async () => {
      await letTimePass();
      return states();
    };
    await expect.poll(isOver, EVENTUALLY).toEqual(["delivered"]);
    const ids = receiver.received.map(({ headers }) => headers["webhook-id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    for (const message of receiver.received) {
      expect(verified(secret, message)).toMatchObject({ type: "ping", data: { endpointId } });
    }
  });
});

test("two workers at once deliver each message once", async () => {
  const { organizationId } = owner.actor;
  const room = await buildRoom(organizationId);
  workers.start({ WEBHOOK_LOOPBACK: "allowed" });
  await start();
  const facts = Array.from({ length: 30 }, () => ({}));
  for (const fact of facts) {
    await inTransaction((tx) => appendRecord(tx, room.id, new Date(), "system", "went-live", fact));
  }
  await expect.poll(states, EVENTUALLY).toEqual(facts.map(() => "delivered"));
  const positions = receiver.received.map((message) => verified(secret, message).data.position);
  expect(positions.sort((a, b) => Number(a) - Number(b))).toEqual(facts.map((_, nth) => nth + 1));
});

test("jobs that come by themselves are written once for all workers", async () => {
  const worker = workers.start({});
  await start();
  const tidied = () =>
    database().$queryRaw<{ name: string; state: string }[]>`
      SELECT name, state::text FROM rostrum_jobs.job WHERE name LIKE 'tidy-%' ORDER BY name`;
  await expect.poll(tidied, EVENTUALLY).toEqual([
    { name: "tidy-up", state: "completed" },
    { name: "tidy-webhooks", state: "completed" },
  ]);
  await workers.kill(worker);
  expect(await tidied()).toHaveLength(2);
});
