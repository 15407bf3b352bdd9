import { expect, test } from "@playwright/test";
import { Caller, reasonOf } from "../support/caller";
import { sql } from "../support/database";
import { letTimePass } from "../support/let-time-pass";
import { MediaClient } from "../support/media-client";
import { answerTo, knockWith } from "../support/signalling";
import { untilNobodyIsInside } from "../support/until-nobody-is-inside";
import { makeLiveWebinar, makeSeat, type Room } from "../support/world";

/**
 * A webinar with one place, which somebody has; and a device of each of the others, in line. Who has
 * it can leave for good, as by the button, or be cut off.
 */
async function fullWebinar(...names: string[]) {
  const room = await makeLiveWebinar();
  const sitting = await listener(room, "Ana Lindqvist");
  const { ticket } = await sitting.getsTicket();
  const media = await MediaClient.joins(ticket);
  await sql("UPDATE rooms SET seat_limit = 1 WHERE id = $1", [room.id]);
  const waiting: Caller[] = [];
  for (const name of names) {
    const caller = await listener(room, name);
    expect((await caller.asksToJoin()).view.decision).toMatchObject({ ahead: waiting.length });
    waiting.push(caller);
  }
  const isCutOff = async () => {
    await media.leaves();
    await untilNobodyIsInside(room);
  };
  const leaves = async () => {
    await sitting.does("left", { forGood: true });
    await isCutOff();
  };
  return { room, sitting, media, waiting, isCutOff, leaves };
}

const listener = async (room: Room, name: string) =>
  Caller.opens(await makeSeat(room, "audience", name));

test("whoever came later gets no ticket, however often they ask; whoever came first does", async () => {
  const { room, leaves, waiting } = await fullWebinar("Samuel Reyes", "Eve Marlow");
  const [first, later] = waiting;
  if (!first || !later) throw new Error("two wait");
  const newcomer = await listener(room, "Noor Haddad");

  const left = leaves();
  for (let time = 0; time < 20; time += 1) {
    const [asked, came] = await Promise.all([later.asksToJoin(), newcomer.asksToJoin()]);
    expect([asked.entry, came.entry]).toEqual([null, null]);
  }
  await left;
  await expect.poll(async () => reasonOf(await first.sees())).toBe("admit");
  expect((await later.asksToJoin()).entry).toBeNull();
  const { ticket } = await first.getsTicket();
  expect((await later.asksToJoin()).entry).toBeNull();
  const inside = await MediaClient.joins(ticket);
  expect((await later.asksToJoin()).view.decision).toMatchObject({ reason: "full", ahead: 0 });
  expect(inside.isOut).toBe(false);
  await inside.leaves();
});

test("the gate refuses a ticket from before, while somebody else waits for the place", async () => {
  const { media, leaves, waiting } = await fullWebinar("Samuel Reyes");
  const [first] = waiting;
  if (!first) throw new Error("one waits");
  await leaves();
  await expect.poll(async () => reasonOf(await first.sees())).toBe("admit");
  expect(await answerTo(knockWith(media.ticket))).toBe("403 full");
  await first.getsTicket();
});

test("whoever went away without a word does not keep the place from the next", async () => {
  const { leaves, waiting } = await fullWebinar("Samuel Reyes", "Noor Haddad");
  const [first, next] = waiting;
  if (!first || !next) throw new Error("two wait");
  await leaves();
  await expect.poll(async () => reasonOf(await first.sees())).toBe("admit");
  await first.does("keep-place");
  expect((await next.asksToJoin()).entry).toBeNull();
  await first.does("left");
  await next.getsTicket();
});

test("the place of somebody who was cut off is nobody else's for a moment, and theirs no longer", async () => {
  const { sitting, waiting, isCutOff } = await fullWebinar("Samuel Reyes");
  const [first] = waiting;
  if (!first) throw new Error("one waits");
  await isCutOff();
  expect((await first.asksToJoin()).entry).toBeNull();
  expect(reasonOf(await sitting.sees())).toBe("admit");
  await letTimePass(31, sitting.seat);
  await first.getsTicket();
  expect((await sitting.asksToJoin()).view.decision).toMatchObject({ reason: "full" });
});

test("whoever is cut off comes back to their place, on another device as well", async () => {
  const { sitting, waiting, isCutOff } = await fullWebinar("Samuel Reyes");
  const [first] = waiting;
  if (!first) throw new Error("one waits");
  await isCutOff();
  const phone = await Caller.opens(sitting.seat);
  const { ticket } = await phone.getsTicket();
  const back = await MediaClient.joins(ticket);
  expect((await first.asksToJoin()).entry).toBeNull();
  await phone.does("left", { forGood: true });
  await expect.poll(() => back.isOut).toBe(true);
  await expect.poll(async () => reasonOf(await first.sees())).toBe("admit");
});

test("nobody says for somebody else that they are here; whoever is says it for themselves", async () => {
  const { room, waiting } = await fullWebinar("Samuel Reyes", "Eve Marlow");
  const [first, later] = waiting;
  if (!first || !later) throw new Error("two wait");
  const stranger = await listener(await makeLiveWebinar(), "Noor Haddad");
  for (const { seat } of waiting) await letTimePass(76, seat);

  const forFirst = { seatId: first.seat.id, roomId: room.id };
  for (const caller of [later, stranger]) await caller.presses("keep-place", forFirst);
  expect((await later.sees()).decision).toMatchObject({ ahead: 0 });
  await first.does("keep-place");
  expect((await later.sees()).decision).toMatchObject({ ahead: 1 });
});

test("two devices are one place in line, and get one place in the room", async () => {
  const { leaves, waiting } = await fullWebinar("Samuel Reyes", "Noor Haddad");
  const [first, next] = waiting;
  if (!first || !next) throw new Error("two wait");
  const second = await Caller.opens(first.seat);
  for (const device of [first, second]) {
    expect((await device.asksToJoin()).view.decision).toMatchObject({ ahead: 0 });
    await device.does("keep-place");
  }
  expect((await next.sees()).decision).toMatchObject({ ahead: 1 });
  await leaves();
  await first.getsTicket();
  expect((await second.asksToJoin()).view.decision).toMatchObject({ reason: "elsewhere" });
  expect((await next.sees()).decision).toMatchObject({ reason: "full", ahead: 0 });
});

test("whoever comes back after a quarter of an hour begins at the end, whoever does before does not", async () => {
  const { leaves, waiting } = await fullWebinar("Samuel Reyes", "Noor Haddad");
  const [first, next] = waiting;
  if (!first || !next) throw new Error("two wait");
  await first.does("left");
  await letTimePass(16 * 60, first.seat);
  await first.does("keep-place");
  expect((await first.asksToJoin()).view.decision).toMatchObject({ ahead: 1 });
  await next.does("left");
  await letTimePass(14 * 60, next.seat);
  expect((await next.asksToJoin()).view.decision).toMatchObject({ ahead: 0 });
  await leaves();
  expect((await first.asksToJoin()).entry).toBeNull();
  await next.getsTicket();
});
