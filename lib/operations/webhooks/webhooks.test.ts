import { beforeEach, describe, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { FAILING_LIMIT_MS, REST_MS } from "@/lib/domain/webhook/after-attempt";
import type { Attempt, Dispatch } from "@/lib/domain/webhook/attempt";
import { RETRY_DELAYS_SECONDS } from "@/lib/domain/webhook/retry-delay";
import { buildMember, buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import type { Context, MemberActor } from "@/lib/operations/context";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { createEndpoint, MOST_ENDPOINTS } from "./create-endpoint";
import { deliverWebhook } from "./deliver-webhook";
import { editEndpoint } from "./edit-endpoint";
import { getEndpoint } from "./get-endpoint";
import { listDeliveries } from "./list-deliveries";
import { pingEndpoint } from "./ping-endpoint";
import { removeEndpoint } from "./remove-endpoint";
import { replayDelivery } from "./replay-delivery";
import { replayFailed } from "./replay-failed";
import { OVERLAP_HOURS, rotateSecret } from "./rotate-secret";
import { LOG_DAYS, tidyWebhooks } from "./tidy-webhooks";
import { turnEndpoint } from "./turn-endpoint";

useDatabase();

const NOW = new Date("2027-03-09T14:00:00Z");
const HOUR_MS = 3_600_000;
const after = (ms: number) => new Date(NOW.getTime() + ms);
const url = "https://example.org/hook";
const everyLine = { after: null, limit: 100, state: null, type: null };

const sent: Dispatch[] = [];
let outcome: Attempt;
const succeed = { status: 204, error: null, ms: 9 } as const;
const fail = { status: 500, error: "bad-status", ms: 9 } as const;

const system = (now = NOW) => ({
  actor: { kind: "system" } as const,
  now,
  random: () => 0,
  webhooks: {
    send: async (dispatch: Dispatch) => {
      sent.push(dispatch);
      return outcome;
    },
  },
});

let owner: Context<MemberActor>;
let organizationId: string;
let endpointId: string;
let secret: string;

beforeEach(async () => {
  sent.length = 0;
  outcome = succeed;
  organizationId = (await buildOrganization()).id;
  owner = buildPlannerContext(await buildMember(organizationId), NOW);
  const made = await createEndpoint(owner, { url, events: [] });
  ({ secret } = made);
  endpointId = made.endpoint.id;
});

type JobRow = { deliveryId: string; round: number; startAfter: Date };

/** The jobs that wait for this endpoint's deliveries, each as its worker would get it. */
const jobs = () =>
  database().$queryRaw<JobRow[]>`
    SELECT d.id AS "deliveryId", (j.data->>'round')::int AS round, j.start_after AS "startAfter"
    FROM rostrum_jobs.job j JOIN webhook_deliveries d ON d.id = (j.data->>'deliveryId')::uuid
    WHERE d.endpoint_id = ${endpointId}::uuid ORDER BY j.created_on, j.data->>'round'`;

const lastJob = async () => {
  const job = (await jobs()).at(-1);
  if (!job) throw new Error("no job was written");
  return job;
};

const deliver = async (now = NOW) => deliverWebhook(system(now), await lastJob());
const delivery = async () => (await listDeliveries(owner, endpointId, everyLine)).deliveries[0];

describe("the outbox", () => {
  test("gets nothing of a change that was rolled back", async () => {
    const room = await buildRoom(organizationId);
    const change = inTransaction(async (tx) => {
      await appendRecord(tx, room.id, NOW, "system", "went-live", {});
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow("the change failed");
    expect(await jobs()).toEqual([]);
    expect(await database().webhookMessage.count({ where: { organizationId } })).toBe(0);
  });

  test("gets nothing for other organizations, for what nobody wants, or while it is off", async () => {
    const elsewhere = await buildRoom((await buildOrganization()).id);
    const room = await buildRoom(organizationId);
    const seat = await buildSeat(room, "patient");
    const live = (roomId: string) =>
      inTransaction((tx) => appendRecord(tx, roomId, NOW, "system", "went-live", {}));
    await live(elsewhere.id);
    await inTransaction((tx) =>
      appendRecord(tx, room.id, NOW, "system", "muted", { seatId: seat.id }),
    );
    await editEndpoint(owner, endpointId, { url, events: ["room.ended"] });
    await live(room.id);
    await editEndpoint(owner, endpointId, { url, events: [] });
    await turnEndpoint(owner, endpointId, "off");
    await live(room.id);
    expect(await database().webhookMessage.count({ where: { organizationId } })).toBe(0);
  });

  test("gets an event with its change, once for each endpoint, under one id", async () => {
    const second = await createEndpoint(owner, { url, events: ["room.cancelled"] });
    const room = await buildRoom(organizationId, {
      opensAt: after(HOUR_MS),
      closesAt: after(2 * HOUR_MS),
    });
    const leader = await buildSeat(room, "clinician", { personId: owner.actor.personId });
    await cancelRoom(owner, { roomId: room.id, version: 1, reason: "Dr Okafor is ill." });
    await deliver();
    expect(sent).toHaveLength(1);
    expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
      type: "room.cancelled",
      timestamp: NOW.toISOString(),
      data: { roomId: room.id, acsRoomId: room.acsId, position: 1 },
    });
    const theirs = await listDeliveries(owner, second.endpoint.id, everyLine);
    const ours = await delivery();
    expect(theirs.deliveries.map(({ messageId }) => messageId)).toEqual([ours?.messageId]);
    expect(leader.id).not.toBe("");
  });

  test("says who is in a call by ids, roles and times", async () => {
    const room = await buildRoom(organizationId);
    const seat = await buildSeat(room, "clinician");
    const call = await database().call.create({
      data: { roomId: room.id, name: `call-${room.id}`, startedAt: NOW, endedAt: after(49_500) },
    });
    const actor = `seat:${seat.id}` as const;
    await inTransaction(async (tx) => {
      await appendRecord(tx, room.id, NOW, actor, "call-opened", { callId: call.id });
      await appendRecord(tx, room.id, after(49_500), actor, "call-ended", { callId: call.id });
    });
    for (const job of await jobs()) await deliverWebhook(system(), job);
    const bodies = sent.map(({ body }) => JSON.parse(body) as { type: string; data: object });
    expect(bodies.map(({ type }) => type)).toEqual(["CallStarted", "CallEnded"]);
    expect(bodies[1]?.data).toMatchObject({
      room: { id: room.acsId },
      roomId: room.id,
      position: 2,
      isRoomsCall: true,
      serverCallId: call.id,
      durationOfCall: 49.5,
      startedBy: { role: "Presenter" },
    });
    const person = await database().person.findUniqueOrThrow({ where: { id: seat.personId } });
    expect(JSON.stringify(bodies)).not.toContain(person.name);
    expect(JSON.stringify(bodies)).not.toContain(person.email);
  });
});

describe("a delivery", () => {
  beforeEach(() => pingEndpoint(owner, endpointId));

  test("that failed comes back as the table says, under the same id with the same body", async () => {
    outcome = fail;
    let now = NOW;
    for (const seconds of RETRY_DELAYS_SECONDS) {
      await deliver(now);
      const job = await lastJob();
      expect(job.startAfter).toEqual(new Date(now.getTime() + seconds * 1000));
      expect(await delivery()).toMatchObject({ state: "pending", dueAt: job.startAfter });
      now = job.startAfter;
    }
    await deliver(now);
    expect(await delivery()).toMatchObject({ state: "failed", dueAt: null, tries: 10 });
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    expect(await jobs()).toHaveLength(10);
  });

  test("that got through is not sent again by a job that comes twice or late", async () => {
    const job = await lastJob();
    await deliverWebhook(system(), job);
    await deliverWebhook(system(), job);
    expect(sent).toHaveLength(1);
    expect(await delivery()).toMatchObject({ state: "delivered", tries: 1, lastStatus: 204 });
  });

  test("two workers at once plan one next try", async () => {
    outcome = fail;
    const job = await lastJob();
    await Promise.all([deliverWebhook(system(), job), deliverWebhook(system(), job)]);
    expect((await jobs()).filter(({ round }) => round === 2)).toHaveLength(1);
    expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test("of an endpoint that was deleted or turned off is not sent", async () => {
    await turnEndpoint(owner, endpointId, "off");
    await deliver();
    expect(await delivery()).toMatchObject({ state: "failed", tries: 0 });
    const job = await lastJob();
    await removeEndpoint(owner, endpointId);
    await deliverWebhook(system(), job);
    expect(sent).toEqual([]);
  });
});

describe("an endpoint", () => {
  beforeEach(() => pingEndpoint(owner, endpointId));

  test("that answers 410 is turned off", async () => {
    outcome = { status: 410, error: "bad-status", ms: 9 };
    await deliver();
    const { off } = await getEndpoint(owner, endpointId);
    expect(off).toEqual({ since: NOW, reason: "gone" });
    await expect(pingEndpoint(owner, endpointId)).rejects.toMatchObject({ code: "webhook-is-off" });
    await expect(
      replayDelivery(owner, endpointId, (await delivery())?.id ?? ""),
    ).rejects.toMatchObject({ code: "webhook-is-off" });
  });

  test("that fails for days is turned off, one that got through meanwhile is not", async () => {
    outcome = fail;
    await deliver();
    outcome = succeed;
    await deliver();
    expect((await getEndpoint(owner, endpointId)).failingSince).toBeNull();
    outcome = fail;
    await pingEndpoint(owner, endpointId);
    await deliver();
    await deliver(after(FAILING_LIMIT_MS - 1));
    expect((await getEndpoint(owner, endpointId)).off).toBeNull();
    await deliver(after(FAILING_LIMIT_MS));
    expect((await getEndpoint(owner, endpointId)).off?.reason).toBe("failing");
    await turnEndpoint(owner, endpointId, "on");
    expect(await getEndpoint(owner, endpointId)).toMatchObject({ off: null, failingSince: null });
  });

  test("that let a try run out of time is left alone, and then one goes first", async () => {
    outcome = { status: null, error: "timeout", ms: 15_000 };
    await deliver();
    outcome = succeed;
    await pingEndpoint(owner, endpointId);
    await pingEndpoint(owner, endpointId);
    const waiting = (await jobs()).slice(-2);
    const [first, second] = waiting;
    if (!first || !second) throw new Error("no jobs");
    await deliverWebhook(system(after(REST_MS - 1)), first);
    expect(sent).toHaveLength(1);
    const moved = (await jobs()).filter(({ deliveryId }) => deliveryId === first.deliveryId).at(-1);
    expect(moved?.startAfter).toEqual(after(REST_MS));
    outcome = fail;
    // Both look at the end of the rest; the one that is first goes.
    await Promise.all([
      deliverWebhook(system(after(REST_MS)), second),
      moved && deliverWebhook(system(after(REST_MS)), moved),
    ]);
    expect(sent).toHaveLength(2);
  });

  test("has no more than so many beside it", async () => {
    for (let count = 1; count < MOST_ENDPOINTS; count += 1) {
      await createEndpoint(owner, { url, events: [] });
    }
    await expect(createEndpoint(owner, { url, events: [] })).rejects.toMatchObject({
      code: "too-many-webhooks",
    });
  });
});

describe("a secret", () => {
  const stored = () => database().webhookEndpoint.findUniqueOrThrow({ where: { id: endpointId } });

  test("does not stand in the database as it is", async () => {
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(Buffer.from((await stored()).secret).includes(secret)).toBe(false);
  });

  test("that was replaced signs too for a day, and no longer", async () => {
    const { secret: next, oldSecretUntil } = await rotateSecret(owner, endpointId);
    expect(oldSecretUntil).toEqual(after(OVERLAP_HOURS * HOUR_MS));
    for (const at of [after(OVERLAP_HOURS * HOUR_MS - 1), after(OVERLAP_HOURS * HOUR_MS)]) {
      await pingEndpoint(owner, endpointId);
      await deliver(at);
    }
    expect(sent.map(({ secrets }) => secrets)).toEqual([[next, secret], [next]]);
    await tidyWebhooks(system(after(OVERLAP_HOURS * HOUR_MS)));
    expect((await stored()).oldSecret).toBeNull();
  });

  test("that was replaced twice is gone at once", async () => {
    const { secret: second } = await rotateSecret(owner, endpointId);
    const { secret: third } = await rotateSecret(owner, endpointId);
    await pingEndpoint(owner, endpointId);
    await deliver();
    expect(sent[0]?.secrets).toEqual([third, second]);
  });
});

describe("sending again", () => {
  test("one message goes out anew with its id, whatever came of it", async () => {
    await pingEndpoint(owner, endpointId);
    await deliver();
    await replayDelivery(owner, endpointId, (await delivery())?.id ?? "");
    expect(await delivery()).toMatchObject({ state: "pending" });
    await deliver();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.messageId).toBe(sent[0]?.messageId);
    expect(await delivery()).toMatchObject({ state: "delivered", tries: 2 });
  });

  test("takes the place of the try that was planned", async () => {
    outcome = fail;
    await pingEndpoint(owner, endpointId);
    await deliver();
    const planned = await lastJob();
    outcome = succeed;
    await replayDelivery(owner, endpointId, planned.deliveryId);
    await deliver();
    await deliverWebhook(system(planned.startAfter), planned);
    expect(sent).toHaveLength(2);
  });

  test("takes all that were given up since then, and no others", async () => {
    const set = (id: string, state: "failed" | "delivered", createdAt: Date) =>
      database().webhookDelivery.update({
        where: { id },
        data: { state, createdAt, dueAt: null },
      });
    for (let count = 0; count < 4; count += 1) await pingEndpoint(owner, endpointId);
    const [early, ok, late, last] = await jobs();
    if (!early || !ok || !late || !last) throw new Error("no jobs");
    await set(early.deliveryId, "failed", after(-1));
    await set(ok.deliveryId, "delivered", NOW);
    await set(late.deliveryId, "failed", NOW);
    await set(last.deliveryId, "failed", after(1));
    expect(await replayFailed(owner, endpointId, NOW)).toBe(2);
    const again = (await jobs()).filter(({ round }) => round === 2);
    expect(again.map(({ deliveryId }) => deliveryId).sort()).toEqual(
      [late.deliveryId, last.deliveryId].sort(),
    );
  });
});

describe("tidying", () => {
  const agedBy = (ms: number) => database().$executeRaw`
    UPDATE webhook_messages SET created_at = ${after(-ms)} WHERE organization_id = ${organizationId}::uuid`;

  test("keeps what is young, and what still waits", async () => {
    await pingEndpoint(owner, endpointId);
    await agedBy(2 * LOG_DAYS * 24 * HOUR_MS);
    await tidyWebhooks(system());
    expect(await delivery()).toBeDefined();
    await deliver();
    await agedBy(LOG_DAYS * 24 * HOUR_MS);
    await tidyWebhooks(system());
    expect(await delivery()).toBeDefined();
  });

  test("deletes what is old and settled", async () => {
    await pingEndpoint(owner, endpointId);
    await deliver();
    await agedBy(LOG_DAYS * 24 * HOUR_MS + 1);
    await tidyWebhooks(system());
    expect(await delivery()).toBeUndefined();
  });

  test("finds a delivery whose job is gone", async () => {
    await pingEndpoint(owner, endpointId);
    const lost = await lastJob();
    await database().$executeRaw`
      DELETE FROM rostrum_jobs.job WHERE data->>'deliveryId' = ${lost.deliveryId}`;
    const dueAt = after(-HOUR_MS);
    await database().webhookDelivery.update({ where: { id: lost.deliveryId }, data: { dueAt } });
    await tidyWebhooks(system());
    await deliver();
    expect(await delivery()).toMatchObject({ state: "delivered" });
  });
});
