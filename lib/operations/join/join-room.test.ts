import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { FakeCalls } from "@/lib/testing/fake-calls";
import { sendBack } from "@/lib/operations/moderation/send-back";
import { buildRunningRoom, seatContext } from "@/lib/testing/moderation-builder";
import {
  enterCall,
  LAPTOP,
  PHONE,
  recordedIn,
  visitorContext,
} from "@/lib/testing/visitor-builder";
import { decideForTicket } from "./decide-for-ticket";
import { joinRoom } from "./join-room";

useDatabase();

type Who = { foreign?: boolean; removed?: boolean };

const HERE = { takeOver: false };
const MOVE = { takeOver: true };
const seatRow = (id: string) => database().seat.findUniqueOrThrow({ where: { id } });

describe("who is not admitted gets no ticket", () => {
  test.each([
    ["somebody without a seat", {} as Who, "not-invited"],
    ["somebody with a seat of another room", { foreign: true } as Who, "not-invited"],
    ["somebody who was removed", { removed: true } as Who, "removed"],
  ])("%s", async (_who, { foreign, removed }, reason) => {
    const { room, guest } = await buildRunningRoom();
    const { guest: stranger } = await buildRunningRoom();
    if (removed) {
      await database().seat.update({ where: { id: guest.id }, data: { removedAt: new Date() } });
    }
    const ctx = visitorContext(room, foreign ? stranger : removed ? guest : null);
    const { view, entry } = await joinRoom(ctx, HERE);
    expect(entry).toBeNull();
    expect(view.decision).toMatchObject({ kind: "refuse", reason });
    expect(ctx.calls.log).toEqual([]);
    expect(await recordedIn(room.id)).toEqual(["join-refused"]);
  });

  test.each([
    ["before it opens", -1, "too-early"],
    ["when it closes", 60, "too-late"],
  ])("%s", async (_when, minutes, reason) => {
    const { id } = await buildOrganization();
    const opensAt = new Date("2027-03-09T14:00:00Z");
    const closesAt = new Date("2027-03-09T15:00:00Z");
    const room = await buildRoom(id, { opensAt, closesAt });
    const now = new Date(opensAt.getTime() + minutes * 60_000);
    const ctx = visitorContext(room, await buildSeat(room, "patient"), { now });
    const { view, entry } = await joinRoom(ctx, HERE);
    expect([entry, view.decision]).toMatchObject([null, { kind: "refuse", reason }]);
  });

  test("for a room that does not exist, or an address that is none", async () => {
    const { guest, room } = await buildRunningRoom();
    for (const roomId of ["019a0000-0000-7000-8000-000000000009", "x' OR true --"]) {
      const { view } = await joinRoom(visitorContext(room, guest, { roomId }), HERE);
      expect(view).toMatchObject({ room: null, me: null, decision: { reason: "room-not-found" } });
    }
  });

  test("who presses a hundred times leaves one line", async () => {
    const { room } = await buildRunningRoom();
    for (let press = 0; press < 5; press++) await joinRoom(visitorContext(room, null), HERE);
    expect(await recordedIn(room.id)).toEqual(["join-refused"]);
    const now = new Date(Date.now() + 2 * 60_000);
    await joinRoom(visitorContext(room, null, { now }), HERE);
    expect(await recordedIn(room.id)).toEqual(["join-refused", "join-refused"]);
  });
});

describe("who is admitted", () => {
  test("gets a ticket for their seat, device and call, which exists by then", async () => {
    const { room, guest, call } = await buildRunningRoom();
    const ctx = visitorContext(room, guest);
    const { view, entry } = await joinRoom(ctx, HERE);
    expect(entry?.callName).toBe(call.name);
    expect(JSON.parse(entry?.ticket ?? "")).toEqual({
      callName: call.name,
      participant: { seatId: guest.id, deviceId: PHONE },
      displayName: "Samuel Reyes",
      grant: expect.objectContaining({ screen: false, microphone: true, hidden: false }),
    });
    expect(ctx.calls.log).toEqual([`ensure ${call.name}`]);
    expect(view).toMatchObject({ decision: { kind: "admit" }, me: { seatId: guest.id } });
    expect(await recordedIn(room.id)).toEqual(["ticket-issued"]);
    expect(await seatRow(guest.id)).toMatchObject({ deviceId: PHONE, admittedAt: ctx.now });
  });

  test("opens the call when they are the first, and all get the same one", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    const seats = [];
    for (let one = 0; one < 6; one++) seats.push(await buildSeat(room, "patient"));
    const answers = await Promise.all(
      seats.map((seat) => joinRoom(visitorContext(room, seat), HERE)),
    );
    const names = new Set(answers.map(({ entry }) => entry?.callName));
    expect(names.size).toBe(1);
    expect((await recordedIn(room.id)).filter((kind) => kind === "call-opened")).toHaveLength(1);
  });

  test("gets nothing while the media server is away, and no line says they did", async () => {
    const { room, guest } = await buildRunningRoom();
    const calls = new FakeCalls();
    calls.isAway = true;
    const join = joinRoom(visitorContext(room, guest, { calls }), HERE);
    await expect(join).rejects.toMatchObject({ code: "call-unreachable" });
    expect(await recordedIn(room.id)).toEqual([]);
  });
});

describe("the lobby", () => {
  test("holds a patient's place, however often they ask, and issues no ticket", async () => {
    const { room, guest } = await buildRunningRoom({ lobby: true });
    const first = visitorContext(room, guest);
    const { view, entry } = await joinRoom(first, HERE);
    expect(entry).toBeNull();
    expect(view.decision).toEqual({ kind: "wait", reason: "in-lobby", since: first.now });
    const later = visitorContext(room, guest, { now: new Date(Date.now() + 60_000) });
    const again = await joinRoom(later, HERE);
    expect(again.view.decision).toMatchObject({ since: first.now });
    expect(await recordedIn(room.id)).toEqual(["came-to-lobby"]);
    expect([first.announced, later.announced]).toEqual([[room.id], []]);
  });

  test("keeps whoever is sent back while they ask to come in again", async () => {
    const { room, guest, presenter } = await buildRunningRoom({ lobby: true });
    const admitted = () => joinRoom(visitorContext(room, guest, { calls }), HERE);
    const calls = new FakeCalls();
    await database().seat.update({ where: { id: guest.id }, data: { admittedAt: new Date() } });
    expect((await admitted()).entry).not.toBeNull();

    const ensureCall = calls.ensureCall.bind(calls);
    calls.ensureCall = async (callName) => {
      await sendBack(seatContext(presenter), guest.id);
      await ensureCall(callName);
    };
    const { view, entry } = await admitted();
    expect([entry, view.decision]).toMatchObject([null, { kind: "wait", reason: "in-lobby" }]);
    expect((await seatRow(guest.id)).admittedAt).toBeNull();
  });

  test("is passed by those who lead, who see who waits", async () => {
    const { room, guest, presenter } = await buildRunningRoom({ lobby: true });
    const ctx = visitorContext(room, guest);
    await joinRoom(ctx, HERE);
    const { view, entry } = await joinRoom(visitorContext(room, presenter), HERE);
    expect(entry).not.toBeNull();
    expect(view.lobby).toEqual([
      expect.objectContaining({ seatId: guest.id, waitingSince: ctx.now, onTwoDevices: false }),
    ]);
  });

  test("tells those who lead when a second device asks for the same seat", async () => {
    const { room, guest, presenter } = await buildRunningRoom({ lobby: true });
    await joinRoom(visitorContext(room, guest), HERE);
    const other = visitorContext(room, guest, { deviceId: LAPTOP });
    await joinRoom(other, HERE);
    expect(other.announced).toEqual([room.id]);
    const { view } = await joinRoom(visitorContext(room, presenter), HERE);
    expect(view.lobby).toMatchObject([{ onTwoDevices: true }]);
  });
});

describe("a second device", () => {
  test("is asked first, and gets no ticket", async () => {
    const { room, guest, call } = await buildRunningRoom();
    await enterCall(call, guest, { deviceId: PHONE });
    const { view, entry } = await joinRoom(visitorContext(room, guest, { deviceId: LAPTOP }), HERE);
    expect([entry, view.decision]).toEqual([null, { kind: "wait", reason: "elsewhere" }]);
    expect(await seatRow(guest.id)).toMatchObject({ deviceId: PHONE });
  });

  test("is asked as well while the first is on its way in", async () => {
    const { room, guest } = await buildRunningRoom();
    await joinRoom(visitorContext(room, guest), HERE);
    const { view } = await joinRoom(visitorContext(room, guest, { deviceId: LAPTOP }), HERE);
    expect(view.decision).toEqual({ kind: "wait", reason: "elsewhere" });
  });

  test("takes the call over, and the first one's ticket opens nothing any more", async () => {
    const { room, guest, call } = await buildRunningRoom();
    await enterCall(call, guest, { deviceId: PHONE });
    const ctx = visitorContext(room, guest, { deviceId: LAPTOP });
    expect((await joinRoom(ctx, MOVE)).entry).not.toBeNull();
    expect((await seatRow(guest.id)).otherDeviceAt).toEqual(ctx.now);
    expect(ctx.calls.log).toContain(`remove ${guest.id}.${PHONE}`);
    expect(await recordedIn(room.id)).toEqual(["moved-device", "ticket-issued"]);
    const decide = (device: string) =>
      decideForTicket(call.name, `${guest.id}.${device}`, new Date());
    expect(await decide(PHONE)).toEqual({ kind: "wait", reason: "elsewhere" });
    expect(await decide(LAPTOP)).toMatchObject({ kind: "admit" });
    const { view } = await joinRoom(visitorContext(room, guest), HERE);
    expect(view.decision).toEqual({ kind: "wait", reason: "elsewhere" });
  });

  test("is asked when another one got the call between its question and the answer", async () => {
    const { room, guest } = await buildRunningRoom();
    const calls = new FakeCalls();
    const laptop = visitorContext(room, guest, { deviceId: LAPTOP });
    calls.ensureCall = async () => {
      expect((await joinRoom(laptop, MOVE)).entry).not.toBeNull();
    };
    const { view, entry } = await joinRoom(visitorContext(room, guest, { calls }), HERE);
    expect([entry, view.decision]).toEqual([null, { kind: "wait", reason: "elsewhere" }]);
    expect(await seatRow(guest.id)).toMatchObject({ deviceId: LAPTOP });
  });

  test("simply comes in once the first has left", async () => {
    const { room, guest, call } = await buildRunningRoom();
    await enterCall(call, guest, { deviceId: PHONE });
    await database().presence.updateMany({
      where: { seatId: guest.id },
      data: { leftAt: new Date() },
    });
    const ctx = visitorContext(room, guest, { deviceId: LAPTOP });
    expect((await joinRoom(ctx, HERE)).entry).not.toBeNull();
  });
});

describe("a room with a limit", () => {
  test("is full for a guest, never for those who lead", async () => {
    const { room, guest, presenter, call } = await buildRunningRoom({ seatLimit: 1 });
    await enterCall(call, await buildSeat(room, "helper"));
    const { view } = await joinRoom(visitorContext(room, guest), HERE);
    expect(view.decision).toMatchObject({ kind: "wait", reason: "full", seatLimit: 1 });
    const { entry } = await joinRoom(visitorContext(room, presenter), HERE);
    expect(entry).not.toBeNull();
  });

  test("puts out only whoever came last when one too many got in", async () => {
    const { room, guest, call } = await buildRunningRoom({ seatLimit: 1 });
    const late = await buildSeat(room, "helper");
    await enterCall(call, guest, { joinedAt: new Date(Date.now() - 2000) });
    await enterCall(call, late, { joinedAt: new Date(Date.now() - 1000) });
    const decide = (id: string) => decideForTicket(call.name, `${id}.${PHONE}`, new Date());
    expect(await decide(guest.id)).toMatchObject({ kind: "admit" });
    expect(await decide(late.id)).toMatchObject({ kind: "wait", reason: "full" });
  });
});
