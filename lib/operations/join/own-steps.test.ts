import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { presentParticipant } from "@/lib/testing/present-builder";
import { enterCall, PHONE, recordedIn, visitorContext } from "@/lib/testing/visitor-builder";
import { openLink } from "@/lib/operations/links/open-link";
import { askToReturn } from "./ask-to-return";
import { followMove } from "./follow-move";
import { giveName } from "./give-name";
import { joinRoom } from "./join-room";
import { leaveCall } from "./leave-call";
import { leaveLobby } from "./leave-lobby";

useDatabase();

const remove = (id: string) =>
  database().seat.update({ where: { id }, data: { removedAt: new Date() } });

describe("leaving the lobby", () => {
  test("is nothing for who is not there", async () => {
    const { room, guest } = await buildRunningRoom({ lobby: true });
    await leaveLobby(visitorContext(room, guest));
    expect(await recordedIn(room.id)).toEqual([]);
  });

  test("gives the place up until one comes again", async () => {
    const { room, guest } = await buildRunningRoom({ lobby: true });
    await joinRoom(visitorContext(room, guest), { takeOver: false });
    const ctx = visitorContext(room, guest);
    await leaveLobby(ctx);
    expect(ctx.announced).toEqual([room.id]);
    expect(await recordedIn(room.id)).toEqual(["came-to-lobby", "left-lobby"]);
  });
});

describe("asking to return", () => {
  test("is not for who was not removed", async () => {
    const { room, guest } = await buildRunningRoom();
    const ask = askToReturn(visitorContext(room, guest));
    await expect(ask).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("is not for what is over", async () => {
    const { room, guest } = await buildRunningRoom();
    await remove(guest.id);
    await database().room.update({ where: { id: room.id }, data: { endedAt: new Date() } });
    const ask = askToReturn(visitorContext(room, guest));
    await expect(ask).rejects.toMatchObject({ code: "room-is-over" });
    expect(await recordedIn(room.id)).toEqual([]);
  });

  test("works once, also with two presses at once", async () => {
    const { room, guest } = await buildRunningRoom();
    await remove(guest.id);
    const presses = [1, 2].map(() => askToReturn(visitorContext(room, guest)));
    const outcomes = await Promise.allSettled(presses);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const third = askToReturn(visitorContext(room, guest));
    await expect(third).rejects.toMatchObject({ code: "asked-already" });
    expect(await recordedIn(room.id)).toEqual(["asked-to-return"]);
  });
});

describe("a name at an open door", () => {
  test("is no way into a room for invited people", async () => {
    const { room } = await buildRunningRoom();
    const name = giveName(visitorContext(room, null), "Ada Lovelace");
    await expect(name).rejects.toMatchObject({ code: "room-not-found" });
  });

  test("is not asked of who has a seat", async () => {
    const { room, guest } = await buildRunningRoom({ access: "open" });
    const name = giveName(visitorContext(room, guest), "Ada Lovelace");
    await expect(name).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("can't be that of somebody who leads", async () => {
    const { room } = await buildRunningRoom({ access: "open" });
    const name = giveName(visitorContext(room, null), "samuel  REYES");
    await expect(name).rejects.toMatchObject({ fields: { name: "name-of-host" } });
  });

  test("makes a seat of the least role, which its own link proves", async () => {
    const { room } = await buildRunningRoom({ access: "open", lobby: true });
    const ctx = visitorContext(room, null);
    const { seatId, token } = await giveName(ctx, "Ada Lovelace");
    expect(await openLink(token, ctx.now, true)).toMatchObject({ roomId: room.id });
    const { view } = await joinRoom(visitorContext(room, { id: seatId }), { takeOver: false });
    expect(view).toMatchObject({
      me: { name: "Ada Lovelace", role: "attendee" },
      decision: { kind: "wait", reason: "in-lobby" },
    });
    expect(ctx.announced).toEqual([room.id]);
  });
});

describe("following a moved room", () => {
  async function buildMoved(steps: number) {
    const { id } = await buildOrganization();
    const rooms = [await buildRoom(id)];
    const seat = await buildSeat(rooms[0] ?? never(), "patient");
    let there = seat;
    for (let step = 0; step < steps; step++) {
      const next = await buildRoom(id);
      there = await buildSeat(next, "patient", { personId: seat.personId });
      const last = rooms.at(-1) ?? never();
      await database().room.update({ where: { id: last.id }, data: { movedToId: next.id } });
      rooms.push(next);
    }
    return { first: rooms[0] ?? never(), last: rooms.at(-1) ?? never(), seat, there };
  }

  test.each([
    ["without a seat", async () => null],
    ["who was removed here", async (seat: { id: string }) => remove(seat.id)],
  ])("leads nobody %s anywhere", async (_who, prepare) => {
    const { first, seat } = await buildMoved(1);
    const follow = followMove(visitorContext(first, await prepare(seat)));
    await expect(follow).rejects.toMatchObject({ code: "room-not-found" });
  });

  test("leads nobody anywhere who was removed there", async () => {
    const { first, seat, there } = await buildMoved(1);
    await remove(there.id);
    const follow = followMove(visitorContext(first, seat));
    await expect(follow).rejects.toMatchObject({ code: "room-not-found" });
  });

  test("leads to the last date with a link of its own", async () => {
    const { first, last, seat, there } = await buildMoved(3);
    const followed = await followMove(visitorContext(first, seat));
    expect(followed.roomId).toBe(last.id);
    expect(await openLink(followed.token, new Date(), true)).toMatchObject({ roomId: last.id });
    const links = await database().personalLink.findMany({ where: { seatId: there.id } });
    expect(links).toMatchObject([{ origin: "moved" }]);
  });
});

describe("a page that goes away", () => {
  test("puts its own connection out of the call, and no newer one", async () => {
    const { room, guest, call } = await buildRunningRoom();
    await enterCall(call, guest);
    const identity = `${guest.id}.${PHONE}`;
    const joined = new Date(Date.now() - 1000);
    const ctx = visitorContext(room, guest);
    ctx.calls.put(call.name, presentParticipant({ identity, joinedAt: joined }));
    await leaveCall({ ...ctx, now: new Date(joined.getTime() - 1) }, { forGood: false });
    expect(ctx.calls.identitiesIn(call.name)).toEqual([identity]);
    await leaveCall(ctx, { forGood: false });
    expect(ctx.calls.identitiesIn(call.name)).toEqual([]);
  });

  test("does nothing to who is in on another device", async () => {
    const { room, guest, call } = await buildRunningRoom();
    await enterCall(call, guest);
    const ctx = visitorContext(room, guest, { deviceId: "laptop0000000000" });
    ctx.calls.put(call.name, presentParticipant({ identity: `${guest.id}.${PHONE}` }));
    await leaveCall(ctx, { forGood: false });
    expect(ctx.calls.identitiesIn(call.name)).toHaveLength(1);
  });
});

function never(): never {
  throw new Error("a room is missing");
}
