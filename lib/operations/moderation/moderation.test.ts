import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test, vi } from "vitest";
import { database } from "@/lib/data/client";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Announce } from "@/lib/domain/room/announce";
import type { Context, SeatActor } from "@/lib/operations/context";
import { buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import {
  buildRunningRoom,
  notingCalls,
  seatContext,
  seatOnDevice,
} from "@/lib/testing/moderation-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import { admitSeat } from "./admit-seat";
import { changeRoleInCall } from "./change-role-in-call";
import { endForEveryone } from "./end-for-everyone";
import { extendWindow } from "./extend-window";
import { goLive } from "./go-live";
import { letReturn } from "./let-return";
import { muteOthers } from "./mute-others";
import { muteSeat } from "./mute-seat";
import { removeFromCall } from "./remove-from-call";
import { sendBack } from "./send-back";
import { withholdSources } from "./withhold-sources";

useDatabase();

type Verb = (ctx: Context<SeatActor>, seatId: string) => Promise<unknown>;

/** Every operation of this folder, by its file. */
const OPERATIONS: Record<string, Verb> = {
  "admit-seat": admitSeat,
  "change-role-in-call": (ctx, seatId) => changeRoleInCall(ctx, seatId, "collaborator"),
  "end-for-everyone": endForEveryone,
  "extend-window": (ctx) => extendWindow(ctx, 5),
  "go-live": goLive,
  "let-return": letReturn,
  "mute-others": muteOthers,
  "mute-seat": muteSeat,
  "remove-from-call": (ctx, seatId) => removeFromCall(ctx, seatId, null),
  "send-back": sendBack,
  "withhold-sources": (ctx, seatId) => withholdSources(ctx, seatId, ["microphone"]),
};

const HELPERS = ["find-standing-seat", "require-seat"];

const seatRow = (id: string) => database().seat.findUniqueOrThrow({ where: { id } });
const roomRow = (id: string) => database().room.findUniqueOrThrow({ where: { id } });
const recordKinds = async (roomId: string) =>
  (await database().recordEntry.findMany({ where: { roomId }, orderBy: { position: "asc" } })).map(
    ({ kind }) => kind,
  );

test("the table below has every operation of this folder", () => {
  const files = readdirSync(import.meta.dirname)
    .filter((file) => !file.includes(".test."))
    .map((file) => path.basename(file, ".ts"));
  expect([...Object.keys(OPERATIONS), ...HELPERS].sort()).toEqual(files.sort());
});

describe.each(Object.entries(OPERATIONS))("%s", (_name, verb) => {
  const refusedFor = async (ctx: Context<SeatActor>, seatId: string, roomId: string) => {
    const before = [await roomRow(roomId), await seatRow(seatId)];
    await expect(verb(ctx, seatId)).rejects.toMatchObject({ code: "not-allowed" });
    expect([await roomRow(roomId), await seatRow(seatId)]).toEqual(before);
    expect(await recordKinds(roomId)).toEqual([]);
  };

  test.each(["patient", "interpreter", "audience"] as const)(
    "is refused to a %s",
    async (capacity) => {
      const { room, guest } = await buildRunningRoom({ kind: "webinar", liveAt: new Date() });
      const asker = await buildSeat(room, capacity);
      await refusedFor(seatContext(asker), guest.id, room.id);
    },
  );

  test("is refused to a presenter who was removed", async () => {
    const { room, presenter, guest } = await buildRunningRoom({ kind: "webinar" });
    await database().seat.update({ where: { id: presenter.id }, data: { removedAt: new Date() } });
    await refusedFor(seatContext(presenter), guest.id, room.id);
  });

  test("is refused when the room is over", async () => {
    const { room, presenter, guest } = await buildRunningRoom({
      kind: "webinar",
      closesAt: new Date(Date.now() - 1),
    });
    await refusedFor(seatContext(presenter), guest.id, room.id);
  });

  test("reaches no seat and no room but the presenter's own", async () => {
    const { guest, room } = await buildRunningRoom({ lobby: true });
    const theirs = await buildRunningRoom({ lobby: true });
    const before = [await roomRow(room.id), await seatRow(guest.id)];
    await verb(seatContext(theirs.presenter), guest.id).catch(() => undefined);
    expect([await roomRow(room.id), await seatRow(guest.id)]).toEqual(before);
  });
});

test("admitting lets somebody in from the lobby, once", async () => {
  const { room, presenter, guest } = await buildRunningRoom({ lobby: true });
  await database().seat.update({ where: { id: guest.id }, data: { waitingSince: new Date() } });
  await admitSeat(seatContext(presenter), guest.id);
  await admitSeat(seatContext(presenter), guest.id);
  expect(await seatRow(guest.id)).toMatchObject({
    waitingSince: null,
    admittedAt: expect.any(Date),
  });
  expect(await recordKinds(room.id)).toEqual(["admitted"]);
});

test("a removed person can't be admitted, only let back", async () => {
  const { presenter, guest } = await buildRunningRoom({ lobby: true });
  await removeFromCall(seatContext(presenter), guest.id, "Wrong person");
  const admit = admitSeat(seatContext(presenter), guest.id);
  await expect(admit).rejects.toMatchObject({ code: "seat-not-found" });

  await letReturn(seatContext(presenter), guest.id);
  expect(await seatRow(guest.id)).toMatchObject({ removedAt: null, admittedAt: expect.any(Date) });
});

test("whoever is let in, or let back, is told so, but not a second time", async () => {
  const { room, presenter, guest } = await buildRunningRoom({ lobby: true });
  const announce = vi.fn<Announce>();
  const ctx = { ...seatContext(presenter), announce };
  const once = [
    [room.id, { letInSeatId: guest.id }],
    [room.id, "now"],
  ];
  for (let count = 0; count < 2; count += 1) await admitSeat(ctx, guest.id);
  expect(announce.mock.calls).toEqual(once);
  await removeFromCall(ctx, guest.id, "Wrong person");
  announce.mockClear();
  for (let count = 0; count < 2; count += 1) await letReturn(ctx, guest.id);
  expect(announce.mock.calls).toEqual(once);
});

test("a removal stands before the connection is cut", async () => {
  const { presenter, guest } = await buildRunningRoom();
  const identity = await seatOnDevice(guest.id);
  const { calls, asked } = notingCalls();
  let wasRemovedFirst = false;
  const watching = {
    ...calls,
    removeParticipant: async (callName: string, who: string) => {
      wasRemovedFirst = (await seatRow(guest.id)).removedAt !== null;
      await calls.removeParticipant(callName, who);
    },
  };
  await removeFromCall(seatContext(presenter, watching), guest.id, "Wrong person");
  expect(wasRemovedFirst).toBe(true);
  expect(asked.map(([verb, , who]) => [verb, who])).toEqual([["removeParticipant", identity]]);
});

test("nobody removes themselves, and the last one who leads stays", async () => {
  const { presenter, room } = await buildRunningRoom();
  const self = removeFromCall(seatContext(presenter), presenter.id, null);
  await expect(self).rejects.toMatchObject({ code: "not-allowed" });
  const second = await buildSeat(room, "clinician");
  await removeFromCall(seatContext(second), presenter.id, null);
  const last = changeRoleInCall(seatContext(second), second.id, "attendee");
  await expect(last).rejects.toMatchObject({ code: "last-presenter" });
});

test("sending back makes them wait and puts them out", async () => {
  const { presenter, guest } = await buildRunningRoom({ lobby: true });
  await admitSeat(seatContext(presenter), guest.id);
  const identity = await seatOnDevice(guest.id);
  const { calls, asked } = notingCalls([presentParticipant({ identity })]);
  await sendBack(seatContext(presenter, calls), guest.id);
  expect(await seatRow(guest.id)).toMatchObject({
    admittedAt: null,
    waitingSince: expect.any(Date),
  });
  expect(asked.map(([verb, , who]) => [verb, who])).toEqual([["removeParticipant", identity]]);
});

test("another role is carried into the call whole", async () => {
  const { presenter, guest } = await buildRunningRoom();
  const identity = await seatOnDevice(guest.id);
  const { calls, asked } = notingCalls([presentParticipant({ identity })]);
  await changeRoleInCall(seatContext(presenter, calls), guest.id, "consumer");
  const grant = mediaGrantFor("consumer", "visit", []);
  expect(asked.map(([verb, , ...named]) => [verb, ...named])).toEqual([
    ["changeGrant", identity, grant],
  ]);
});

test("a source is taken from all attendees and given back, but never from those who lead", async () => {
  const { room, presenter, guest } = await buildRunningRoom();
  const interpreter = await buildSeat(room, "interpreter");
  await withholdSources(seatContext(presenter), null, ["camera"]);
  expect((await seatRow(guest.id)).withheldSources).toEqual(["camera"]);
  expect((await seatRow(presenter.id)).withheldSources).toEqual([]);
  expect((await seatRow(interpreter.id)).withheldSources).toEqual([]);
  await withholdSources(seatContext(presenter), null, []);
  expect((await seatRow(guest.id)).withheldSources).toEqual([]);
  expect(await recordKinds(room.id)).toEqual(["sources-changed", "sources-changed"]);
});

test("only open microphones are muted", async () => {
  const { presenter, guest } = await buildRunningRoom();
  const identity = await seatOnDevice(guest.id);
  const track = { media: "audio", muted: false } as const;
  const inCall = presentParticipant({
    identity,
    tracks: [
      { ...track, sid: "open", source: "microphone" },
      { ...track, sid: "muted", source: "microphone", muted: true },
      { ...track, sid: "camera", source: "camera", media: "video" },
    ],
  });
  const { calls, asked } = notingCalls([inCall]);
  await muteSeat(seatContext(presenter, calls), guest.id);
  expect(asked.map(([verb, , , sid]) => [verb, sid])).toEqual([["muteTrack", "open"]]);
});

describe("an extension", () => {
  test("moves the closing and says so in the record", async () => {
    const { room, presenter } = await buildRunningRoom();
    await extendWindow(seatContext(presenter), 10);
    const { closesAt, calendarSequence } = await roomRow(room.id);
    expect(closesAt.getTime() - room.closesAt.getTime()).toBe(600_000);
    expect(calendarSequence).toBe(1);
    expect(await recordKinds(room.id)).toEqual(["window-changed"]);
  });

  test("moves a closing between two milliseconds, as programs set it", async () => {
    const { room, presenter } = await buildRunningRoom();
    await database().$executeRaw`
      UPDATE rooms SET closes_at = closes_at + interval '345 microseconds'
      WHERE id = ${room.id}::uuid`;
    await extendWindow(seatContext(presenter), 5);
    const gained = (await roomRow(room.id)).closesAt.getTime() - room.closesAt.getTime();
    expect(gained).toBe(300_000);
  });

  test("is refused when the presenter is expected in another room before its end", async () => {
    const { room, presenter } = await buildRunningRoom();
    const inTenMinutes = new Date(room.closesAt.getTime() + 10 * 60_000);
    const next = await buildRoom(room.organizationId, {
      opensAt: inTenMinutes,
      closesAt: new Date(inTenMinutes.getTime() + 600_000),
    });
    await buildSeat(next, "clinician", { personId: presenter.personId });
    const tooLong = extendWindow(seatContext(presenter), 15);
    await expect(tooLong).rejects.toMatchObject({ code: "next-room-too-close" });
    await extendWindow(seatContext(presenter), 10);
  });

  test("of two at once happens once", async () => {
    const { room, presenter } = await buildRunningRoom();
    const tries = await Promise.allSettled([
      extendWindow(seatContext(presenter), 5),
      extendWindow(seatContext(presenter), 5),
    ]);
    const done = tries.filter(({ status }) => status === "fulfilled").length;
    const gained = (await roomRow(room.id)).closesAt.getTime() - room.closesAt.getTime();
    expect(gained).toBe(done * 300_000);
  });
});

test("going live happens once and only to webinars", async () => {
  const visit = await buildRunningRoom();
  await expect(goLive(seatContext(visit.presenter))).rejects.toMatchObject({ code: "not-allowed" });
  const { room, presenter } = await buildRunningRoom({ kind: "webinar" }, ["host", "audience"]);
  await goLive(seatContext(presenter));
  await goLive(seatContext(presenter));
  expect(await recordKinds(room.id)).toEqual(["went-live"]);
});

test("ending closes the room before the call is deleted", async () => {
  const { room, presenter, call } = await buildRunningRoom();
  const { calls, asked } = notingCalls();
  await endForEveryone(seatContext(presenter, calls));
  expect((await roomRow(room.id)).endedAt).not.toBeNull();
  expect(asked).toEqual([["deleteCall", call.name]]);
  expect(await recordKinds(room.id)).toEqual(["room-ended", "call-ended"]);
});
