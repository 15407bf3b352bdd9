import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { joinLine } from "@/lib/data/line";
import { markSentBack } from "@/lib/data/moderation";
import type { Decision } from "@/lib/domain/room/decision";
import { buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom, seatContext } from "@/lib/testing/moderation-builder";
import { enterCall, LAPTOP, PHONE, visitorContext } from "@/lib/testing/visitor-builder";
import type { Context } from "@/lib/operations/context";
import { removeFromCall } from "@/lib/operations/moderation/remove-from-call";
import { decideForTicket } from "./decide-for-ticket";
import { excuseSelf } from "./excuse-self";
import { joinRoom } from "./join-room";
import { keepPlace } from "./keep-place";
import { leaveCall } from "./leave-call";
import { leaveLobby } from "./leave-lobby";
import type { RoomVisitor } from "./room-visitor";
import { viewRoom } from "./view-room";

useDatabase();

type Seat = { id: string };

const GOES = { forGood: false };
const LEAVES = { forGood: true };

/** A visit with one place, which somebody has who came long ago; and two who wait for it in order. */
async function buildLine() {
  const { room, presenter, guest: first, call } = await buildRunningRoom({ seatLimit: 1 });
  const start = Date.now();
  const at = (seconds: number) => new Date(start + seconds * 1000);
  const inside = await buildSeat(room, "helper");
  const second = await buildSeat(room, "helper");
  await enterCall(call, inside, { joinedAt: at(-60) });
  const line = {
    ...{ room, presenter, inside, first, second, call, at },
    context: (seat: Seat, seconds: number) => visitorContext(room, seat, { now: at(seconds) }),
    join: async (seat: Seat, seconds: number) => {
      const { view, entry } = await joinRoom(line.context(seat, seconds), { takeOver: false });
      return entry ? "ticket" : placeOf(view.decision);
    },
    atGate: async (seat: Seat, seconds: number) =>
      placeOf(await decideForTicket(call.name, `${seat.id}.${PHONE}`, at(seconds))),
    freePlace: (seconds: number) =>
      database().presence.updateMany({
        where: { seatId: inside.id },
        data: { leftAt: at(seconds) },
      }),
  };
  expect([await line.join(first, 0), await line.join(second, 1)]).toEqual([
    "1 in line",
    "2 in line",
  ]);
  return line;
}

function placeOf(decision: Decision): string {
  if (decision.kind === "admit") return "admit";
  return decision.reason === "full" ? `${decision.ahead + 1} in line` : decision.reason;
}

/** When time alone may change that they have to wait; the decision when they have not. */
async function mayChangeAt(ctx: Context<RoomVisitor>) {
  const { decision } = await viewRoom(ctx);
  return decision.kind === "wait" && decision.reason === "full" ? decision.mayChangeAt : decision;
}

describe("a place that is free", () => {
  test("goes to nobody who came later, however they ask, and to the first of them", async () => {
    const { room, first, second, call, join, atGate, freePlace } = await buildLine();
    const newcomer = await buildSeat(room, "helper");
    await freePlace(2);
    expect(await join(second, 3)).toBe("2 in line");
    expect(await join(newcomer, 3)).toBe("3 in line");
    expect(await atGate(second, 3)).toBe("2 in line");
    expect(await join(first, 3)).toBe("ticket");

    expect(await join(second, 4)).toBe("1 in line");
    expect(await atGate(second, 4)).toBe("1 in line");
    expect(await atGate(first, 4)).toBe("admit");
    await enterCall(call, first);
    expect(await atGate(first, 60)).toBe("admit");
  });

  test("is the next one's when the first does not come with their ticket", async () => {
    const { first, second, join, atGate, freePlace } = await buildLine();
    await freePlace(2);
    expect(await join(first, 3)).toBe("ticket");
    expect(await join(second, 17)).toBe("1 in line");
    expect(await join(second, 19)).toBe("ticket");
    expect(await atGate(first, 20)).toBe("1 in line");
  });

  test("is had by one of several who ask for it at the same instant", async () => {
    const { room, first, second, call, at } = await buildLine();
    await database().seat.updateMany({
      where: { roomId: room.id },
      data: { inLineSince: null, inLineUntil: null },
    });
    await database().presence.deleteMany({ where: { callId: call.id } });
    const now = at(3);
    const both = [first, second];
    await Promise.all(
      both.map((seat) => joinRoom(visitorContext(room, seat, { now }), { takeOver: false })),
    );
    const decisions = await Promise.all(
      both.map(({ id }) => decideForTicket(call.name, `${id}.${PHONE}`, at(4))),
    );
    expect(decisions.map(({ kind }) => kind).sort()).toEqual(["admit", "wait"]);
  });
});

describe("whoever waits holds up nobody", () => {
  test("once their page is gone; back in time, they have the same place as before", async () => {
    const { first, second, context, join, freePlace } = await buildLine();
    const going = context(first, 2);
    await leaveCall(going, GOES);
    expect(going.announced).toEqual([going.actor.roomId]);
    const again = context(first, 2);
    await leaveCall(again, GOES);
    expect(again.announced).toEqual([]);
    expect(await join(second, 3)).toBe("1 in line");
    expect(await join(first, 4)).toBe("1 in line");
    expect(await join(second, 5)).toBe("2 in line");
    await leaveCall(context(first, 6), GOES);
    await freePlace(7);
    expect(await join(second, 8)).toBe("ticket");
  });

  test("once nothing was heard of them for a while, and everybody as long as there is", async () => {
    const { first, second, context, join, freePlace } = await buildLine();
    await keepPlace(context(first, 60));
    await freePlace(61);
    expect(await join(second, 134)).toBe("2 in line");
    expect(await join(second, 136)).toBe("ticket");
  });

  test("with a place that they could have and do not take", async () => {
    const { first, second, context, join, freePlace } = await buildLine();
    await freePlace(2);
    await keepPlace(context(first, 60));
    expect(await join(second, 74)).toBe("2 in line");
    expect(await join(second, 76)).toBe("ticket");
  });

  test("with a second place, once they have one", async () => {
    const { room, first, second, at, join, freePlace } = await buildLine();
    await database().room.update({ where: { id: room.id }, data: { seatLimit: 2 } });
    await freePlace(2);
    expect(await join(first, 3)).toBe("ticket");
    // Another of their pages asked while there was no place, and is heard only now.
    await joinLine(database(), first.id, at(3));
    expect(await join(second, 4)).toBe("ticket");
  });

  test("after a quarter of an hour away; then they begin again at the end", async () => {
    const { first, second, context, join } = await buildLine();
    await leaveCall(context(first, 0), GOES);
    await keepPlace(context(second, 890));
    expect(await join(first, 899)).toBe("1 in line");
    await leaveCall(context(first, 900), GOES);
    await keepPlace(context(second, 1_790));
    await keepPlace(context(first, 1_800));
    expect(await join(second, 1_801)).toBe("1 in line");
    expect(await join(first, 1_802)).toBe("2 in line");
  });

  test("after they stop waiting; then they begin again at the end", async () => {
    const { first, second, context, join } = await buildLine();
    await leaveLobby(context(first, 2));
    await keepPlace(context(first, 3));
    expect(await join(second, 4)).toBe("1 in line");
    expect(await join(first, 5)).toBe("2 in line");
  });

  test("after they were removed", async () => {
    const { first, second, presenter, context, join, freePlace } = await buildLine();
    await removeFromCall(seatContext(presenter), first.id, null);
    await keepPlace(context(first, 3));
    await freePlace(4);
    expect(await join(second, 5)).toBe("ticket");
  });
});

describe("the place in the room of somebody who lost it by no will of theirs", () => {
  /** Both wait, and the one who is inside came with a ticket, as everybody does. */
  async function buildLeaving() {
    const line = await buildLine();
    const { inside, at } = line;
    await database().seat.update({ where: { id: inside.id }, data: { ticketedAt: at(-62) } });
    return line;
  }

  test("is not kept once they leave for good", async () => {
    const { inside, first, context, join, freePlace } = await buildLeaving();
    await leaveCall(context(inside, 2), LEAVES);
    expect(await join(first, 2)).toBe("1 in line");
    await freePlace(3);
    expect(await join(first, 3)).toBe("ticket");
  });

  test("is not kept once they do so after the media server noticed, or on their way", async () => {
    const { inside, first, second, context, join, freePlace } = await buildLeaving();
    await freePlace(2);
    expect(await join(first, 3)).toBe("1 in line");
    const leaving = context(inside, 4);
    await leaveCall(leaving, LEAVES);
    expect(leaving.announced).toEqual([leaving.actor.roomId]);
    expect(await join(inside, 5)).toBe("3 in line");
    expect(await join(first, 5)).toBe("ticket");
    await leaveCall(context(first, 6), LEAVES);
    expect(await join(second, 7)).toBe("ticket");
  });

  test("is not kept for who was removed, sent back or said that they can't come", async () => {
    const { room, presenter, inside, first, atGate, freePlace, at } = await buildLeaving();
    await freePlace(2);
    const isFree = async () => (await atGate(first, 3)) === "admit";
    const kept = { ticketedAt: at(-62), admittedAt: at(-62), excusedAt: null, waitingSince: null };
    for (const end of [
      () => excuseSelf(visitorContext(room, inside, { now: at(3) }), null),
      () => markSentBack(database(), room.id, inside.id, at(3)),
      () => removeFromCall(seatContext(presenter), inside.id, null),
    ]) {
      await database().seat.update({ where: { id: inside.id }, data: kept });
      expect(await isFree()).toBe(false);
      await end();
      expect(await isFree()).toBe(true);
    }
  });

  test("is not kept from those inside when there are fewer places than people", async () => {
    const { inside, second, call, at, atGate, freePlace } = await buildLeaving();
    await freePlace(2);
    await enterCall(call, second, { joinedAt: at(3) });
    expect(await atGate(second, 4)).toBe("admit");
    expect(await atGate(inside, 4)).toBe("1 in line");
  });

  test("is kept for 30 seconds after their page went away, on every device of theirs", async () => {
    const { room, inside, first, at, context, join, atGate, freePlace } = await buildLeaving();
    await leaveCall(context(inside, 2), GOES);
    await freePlace(2);
    expect(await join(first, 31)).toBe("1 in line");
    expect(await mayChangeAt(context(first, 31))).toEqual(at(32));
    expect(await atGate(inside, 31)).toBe("admit");
    const laptop = visitorContext(room, inside, { deviceId: LAPTOP, now: at(31) });
    expect((await joinRoom(laptop, { takeOver: false })).entry).not.toBeNull();
    expect(await join(first, 33)).toBe("1 in line");
  });

  test("is named with its end, only to them and only while there is no other", async () => {
    const { room, inside, first, context, freePlace, at } = await buildLeaving();
    const placeUntil = async (seat: Seat) => (await viewRoom(context(seat, 3))).me?.placeUntil;
    expect(await placeUntil(inside)).toBeNull();
    await freePlace(2);
    expect(await placeUntil(first)).toBeNull();
    expect(await placeUntil(inside)).toEqual(at(32));
    await database().room.update({ where: { id: room.id }, data: { seatLimit: 2 } });
    expect(await placeUntil(inside)).toBeNull();
  });

  test("is the next one's after that", async () => {
    const { inside, first, join, freePlace } = await buildLeaving();
    await freePlace(2);
    expect(await join(first, 32)).toBe("ticket");
    expect(await join(inside, 33)).toBe("2 in line");
  });
});

test("whoever waits learns when time alone may bring them on, and nothing where it does not", async () => {
  const { first, second, at, context, join, freePlace } = await buildLine();
  expect(await mayChangeAt(context(second, 10))).toEqual(at(75));
  await keepPlace(context(first, 20));
  expect(await mayChangeAt(context(second, 21))).toEqual(at(95));
  expect(await mayChangeAt(context(first, 21))).toBeNull();
  await freePlace(22);
  expect(await join(first, 23)).toBe("ticket");
  expect(await mayChangeAt(context(second, 24))).toEqual(at(38));
  expect(await mayChangeAt(context(second, 38))).toMatchObject({ kind: "admit" });
});
