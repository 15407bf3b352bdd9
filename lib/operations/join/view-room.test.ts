import { describe, expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import type { RecordFacts } from "@/lib/domain/room/record";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { enterCall, recordedIn, visitorContext } from "@/lib/testing/visitor-builder";
import { viewRoom } from "./view-room";

useDatabase();

const change = (
  id: string,
  data: { waitingSince?: Date; removedAt?: Date; askedToReturnAt?: Date },
) => database().seat.update({ where: { id }, data });

describe("somebody without a seat", () => {
  test("reads nothing of a room for invited people but that they are not", async () => {
    const { room, presenter, call } = await buildRunningRoom();
    await enterCall(call, presenter);
    const view = await viewRoom(visitorContext(room, null, { linkOwner: "j…@example.org" }));
    expect(view).toMatchObject({
      ...{ room: null, me: null, people: [], lobby: [], removed: [], intrusions: [] },
      ...{ linkOwner: "j…@example.org", decision: { kind: "refuse", reason: "not-invited" } },
    });
  });

  test("is not told why it was called off", async () => {
    const { room, guest } = await buildRunningRoom();
    const cancelled = { cancelledAt: new Date(), cancelReason: "The test came back" };
    await database().room.update({ where: { id: room.id }, data: cancelled });
    const { decision } = await viewRoom(visitorContext(room, null));
    expect(decision).toMatchObject({ reason: "cancelled", why: null });
    const own = await viewRoom(visitorContext(room, guest));
    expect(own.decision).toMatchObject({ why: "The test came back" });
  });

  test("of an open room is asked for a name and reads no names", async () => {
    const { room, presenter, call } = await buildRunningRoom({ access: "open" });
    await enterCall(call, presenter);
    const view = await viewRoom(visitorContext(room, null));
    expect(view.decision).toEqual({ kind: "wait", reason: "not-ready", requirement: "name" });
    expect(view).toMatchObject({ room: { title: room.title, hosts: [] }, me: null, people: [] });
  });
});

describe("somebody with a seat", () => {
  test.each([1, 2, 3])(
    "of a room moved %i times reads the last time, while that stands",
    async (times) => {
      const { room, guest } = await buildRunningRoom();
      let last = { id: room.id, opensAt: room.opensAt };
      for (let time = 0; time < times; time += 1) {
        const opensAt = new Date(room.opensAt.getTime() + time * 60_000);
        const next = await buildRoom(room.organizationId, { opensAt });
        await database().room.update({ where: { id: last.id }, data: { movedToId: next.id } });
        last = next;
      }
      const decision = async () => (await viewRoom(visitorContext(room, guest))).decision;
      const to = { roomId: last.id, opensAt: last.opensAt };
      expect(await decision()).toMatchObject({ reason: "moved", to });

      const cancelled = { cancelledAt: new Date(), cancelReason: "The practice is closed" };
      await database().room.update({ where: { id: last.id }, data: cancelled });
      expect(await decision()).toMatchObject({
        reason: "cancelled",
        why: "The practice is closed",
      });
    },
  );

  test("may look back on a call once they have been in it, also when they were removed", async () => {
    const { room, guest, call } = await buildRunningRoom();
    const mayRead = async () => (await viewRoom(visitorContext(room, guest))).me?.mayRead;
    expect(await mayRead()).toEqual({ whoWasHere: false, record: false });
    await enterCall(call, guest);
    await change(guest.id, { removedAt: new Date() });
    expect(await mayRead()).toEqual({ whoWasHere: true, record: false });
  });

  test("reads whose visit it is, and who is in the call once they may be", async () => {
    const { room, presenter, guest, call } = await buildRunningRoom();
    await enterCall(call, presenter);
    const view = await viewRoom(visitorContext(room, guest, { linkId: guest.id }));
    expect(view.room).toMatchObject({ hosts: ["Samuel Reyes"], isLive: false });
    expect(view.me).toMatchObject({ seatId: guest.id, role: "attendee", byLink: true });
    expect(view.people.map(({ seatId }) => seatId)).toEqual([presenter.id]);
  });

  test("who leads reads who is not here yet; others don't", async () => {
    const { room, presenter, guest, call } = await buildRunningRoom();
    const [late, removed, waiting] = [
      await buildSeat(room, "helper"),
      await buildSeat(room, "helper"),
      await buildSeat(room, "helper"),
    ];
    await change(removed.id, { removedAt: new Date() });
    await change(waiting.id, { waitingSince: new Date() });
    await enterCall(call, presenter);
    await enterCall(call, guest);
    const absentFor = async (seat: { id: string }) =>
      (await viewRoom(visitorContext(room, seat))).people
        .filter(({ isInside }) => !isInside)
        .map(({ seatId }) => seatId);
    expect(await absentFor(presenter)).toEqual([late.id]);
    expect(await absentFor(guest)).toEqual([]);
  });

  test("who waits in the lobby reads nobody's name but the host's", async () => {
    const { room, presenter, guest, call } = await buildRunningRoom({ lobby: true });
    const other = await buildSeat(room, "helper");
    await change(other.id, { waitingSince: new Date() });
    await enterCall(call, presenter);
    const view = await viewRoom(visitorContext(room, guest));
    expect(view).toMatchObject({ people: [], lobby: [], removed: [], intrusions: [] });
  });

  test("who does not lead reads nothing of lobby and returns", async () => {
    const { room, guest } = await buildRunningRoom();
    const other = await buildSeat(room, "helper");
    await change(other.id, { removedAt: new Date(), askedToReturnAt: new Date() });
    const view = await viewRoom(visitorContext(room, guest));
    expect(view).toMatchObject({ lobby: [], removed: [], intrusions: [] });
  });

  test("who leads reads who was removed, and first who of them asks to return", async () => {
    const { room, guest, presenter } = await buildRunningRoom();
    const [earlier, later] = [await buildSeat(room, "helper"), await buildSeat(room, "helper")];
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await change(earlier.id, { removedAt: ago(9) });
    await change(later.id, { removedAt: ago(5) });
    await change(guest.id, { removedAt: ago(8), askedToReturnAt: ago(1) });
    const { removed } = await viewRoom(visitorContext(room, presenter));
    expect(removed.map(({ seatId }) => seatId)).toEqual([guest.id, later.id, earlier.id]);
    const first = await database().seat.findUniqueOrThrow({ where: { id: guest.id } });
    expect(removed[0]).toMatchObject({
      removedAt: first.removedAt,
      askedAt: first.askedToReturnAt,
    });
    expect(removed[1]?.askedAt).toBeNull();
  });

  test("who leads reads who got into the call past the door, newest first", async () => {
    const { room, guest, presenter } = await buildRunningRoom();
    const at = new Date();
    const deviceId = "0".repeat(16);
    const identity = `${guest.id}.${deviceId}`;
    const put = (kind: "intruder-removed" | "rights-corrected", facts: RecordFacts[typeof kind]) =>
      inTransaction((tx) => appendRecord(tx, room.id, at, "system", kind, facts));
    await put("intruder-removed", { identity: "eve", why: "unknown" });
    await put("intruder-removed", { identity, why: "mislabelled-track" });
    await put("rights-corrected", { seatId: guest.id, deviceId });
    const { intrusions } = await viewRoom(visitorContext(room, presenter));
    expect(intrusions.map(({ why, name }) => [why, name !== null])).toEqual([
      ["wrong-rights", true],
      ["mislabelled-track", true],
      ["unknown", false],
    ]);
  });
});

test("a webinar's audience is known to those who lead it and to nobody else", async () => {
  const room = await buildRoom((await buildOrganization("events")).id, {
    kind: "webinar",
    liveAt: new Date(),
  });
  const call = await database().call.create({ data: { roomId: room.id, name: room.id } });
  const host = await buildSeat(room, "host");
  const speaker = await buildSeat(room, "speaker");
  const audience = [await buildSeat(room, "audience"), await buildSeat(room, "audience")];
  for (const seat of [host, speaker, ...audience]) await enterCall(call, seat);
  const known = async (seat: { id: string }) =>
    (await viewRoom(visitorContext(room, seat))).people.map(({ seatId }) => seatId).sort();
  const onStage = [host.id, speaker.id].sort();
  for (const seat of [speaker, ...audience]) expect(await known(seat)).toEqual(onStage);
  expect(await known(host)).toHaveLength(4);
  await buildSeat(room, "audience");
  const panelist = await buildSeat(room, "speaker");
  expect(await known(host)).toEqual(
    [...onStage, ...audience.map(({ id }) => id), panelist.id].sort(),
  );
});

test("looking changes nothing and leaves no line", async () => {
  const { room, guest } = await buildRunningRoom({ lobby: true });
  const ctx = visitorContext(room, guest);
  await viewRoom(ctx);
  const after = await database().seat.findUniqueOrThrow({ where: { id: guest.id } });
  expect(after).toEqual(guest);
  expect([await recordedIn(room.id), ctx.announced, ctx.calls.log]).toEqual([[], [], []]);
});
