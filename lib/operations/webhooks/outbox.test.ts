import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { askToReturn } from "@/lib/operations/join/ask-to-return";
import { joinRoom } from "@/lib/operations/join/join-room";
import { leaveLobby } from "@/lib/operations/join/leave-lobby";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { visitorContext } from "@/lib/testing/visitor-builder";
import { after, HOUR_MS, NOW, URL_OF_HOOK, useWebhookWorld } from "@/lib/testing/webhook-world";
import { createEndpoint } from "./create-endpoint";
import { deliverWebhook } from "./deliver-webhook";
import { editEndpoint } from "./edit-endpoint";
import { listDeliveries } from "./list-deliveries";
import { turnEndpoint } from "./turn-endpoint";

useDatabase();
const world = useWebhookWorld();
const EVERY_LINE = { after: null, limit: 100, state: null, type: null };

describe("the outbox", () => {
  test("gets nothing of a change that was rolled back", async () => {
    const room = await buildRoom(world.organizationId);
    const change = inTransaction(async (tx) => {
      await appendRecord(tx, room.id, NOW, "system", "went-live", {});
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow("the change failed");
    expect(await world.jobs()).toEqual([]);
    expect(
      await database().webhookMessage.count({ where: { organizationId: world.organizationId } }),
    ).toBe(0);
  });

  test("gets nothing for other organizations, for what nobody wants, or while it is off", async () => {
    const elsewhere = await buildRoom((await buildOrganization()).id);
    const room = await buildRoom(world.organizationId);
    const seat = await buildSeat(room, "patient");
    const live = (roomId: string) =>
      inTransaction((tx) => appendRecord(tx, roomId, NOW, "system", "went-live", {}));
    await live(elsewhere.id);
    await inTransaction((tx) =>
      appendRecord(tx, room.id, NOW, "system", "muted", { seatId: seat.id }),
    );
    await editEndpoint(world.owner, world.endpointId, { url: URL_OF_HOOK, events: ["room.ended"] });
    await live(room.id);
    await editEndpoint(world.owner, world.endpointId, { url: URL_OF_HOOK, events: [] });
    await turnEndpoint(world.owner, world.endpointId, "off");
    await live(room.id);
    expect(
      await database().webhookMessage.count({ where: { organizationId: world.organizationId } }),
    ).toBe(0);
  });

  test("gets an event with its change, once for each endpoint, under one id", async () => {
    const second = await createEndpoint(world.owner, {
      url: URL_OF_HOOK,
      events: ["room.cancelled"],
    });
    const room = await buildRoom(world.organizationId, {
      opensAt: after(HOUR_MS),
      closesAt: after(2 * HOUR_MS),
    });
    const leader = await buildSeat(room, "clinician", { personId: world.owner.actor.personId });
    await cancelRoom(world.owner, { roomId: room.id, version: 1, reason: "Dr Okafor is ill." });
    await world.deliver();
    expect(world.sent).toHaveLength(1);
    expect(JSON.parse(world.sent[0]?.body ?? "")).toEqual({
      type: "room.cancelled",
      timestamp: NOW.toISOString(),
      data: { roomId: room.id, acsRoomId: room.acsId, position: 1 },
    });
    const theirs = await listDeliveries(world.owner, second.endpoint.id, EVERY_LINE);
    const ours = await world.newest();
    expect(theirs.deliveries.map(({ messageId }) => messageId)).toEqual([ours?.messageId]);
    expect(leader.id).not.toBe("");
  });

  test("gets what a visitor does in front of the door", async () => {
    const room = await buildRoom(world.organizationId, { lobby: true });
    const seat = await buildSeat(room, "patient");
    await joinRoom(visitorContext(room, seat), { takeOver: false });
    await leaveLobby(visitorContext(room, seat));
    await database().seat.update({ where: { id: seat.id }, data: { removedAt: NOW } });
    await askToReturn(visitorContext(room, seat));
    const { deliveries } = await listDeliveries(world.owner, world.endpointId, EVERY_LINE);
    expect(deliveries.map(({ type }) => type).sort()).toEqual([
      "seat.asked-to-return",
      "seat.came-to-lobby",
      "seat.left-lobby",
    ]);
  });

  test("names people as the wire of ACS does, once the organization has a resource", async () => {
    const room = await buildRoom(world.organizationId);
    const seat = await buildSeat(room, "patient");
    const known = await buildSeat(room, "clinician");
    const add = (seatId: string) =>
      inTransaction((tx) => appendRecord(tx, room.id, NOW, "system", "admitted", { seatId }));
    await add(seat.id);
    const keys = { primaryKey: Buffer.alloc(40, 1), secondaryKey: Buffer.alloc(40, 2) };
    const resource = await database().acsResource.create({
      data: { organizationId: world.organizationId, name: "Visits", ...keys },
    });
    const rawId = `8:acs:${randomUUID()}_${randomUUID()}`;
    await database().acsUser.create({
      data: {
        organizationId: world.organizationId,
        resourceId: resource.id,
        rawId,
        personId: known.personId,
        origin: "roster",
      },
    });
    await add(seat.id);
    await add(known.id);
    for (const job of await world.jobs()) await deliverWebhook(world.system(), job);
    const named = world.sent.map(
      ({ body }) => (JSON.parse(body) as { data: { rawId: unknown } }).data.rawId,
    );
    expect(named).toEqual([null, `8:acs:${resource.id}_${seat.personId}`, rawId]);
  });

  test("says who is in a call by ids, roles and times", async () => {
    const room = await buildRoom(world.organizationId);
    const seat = await buildSeat(room, "clinician");
    const call = await database().call.create({
      data: { roomId: room.id, name: `call-${room.id}`, startedAt: NOW, endedAt: after(49_500) },
    });
    const actor = `seat:${seat.id}` as const;
    await inTransaction(async (tx) => {
      await appendRecord(tx, room.id, NOW, actor, "call-opened", { callId: call.id });
      await appendRecord(tx, room.id, after(49_500), actor, "call-ended", { callId: call.id });
    });
    for (const job of await world.jobs()) await deliverWebhook(world.system(), job);
    const bodies = world.sent.map(({ body }) => JSON.parse(body) as { type: string; data: object });
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
