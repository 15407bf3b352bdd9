import { describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { letReturn } from "@/lib/operations/moderation/let-return";
import { removeFromCall } from "@/lib/operations/moderation/remove-from-call";
import { buildRunningRoom, seatContext } from "@/lib/testing/moderation-builder";
import { enterCall, LAPTOP, PHONE, visitorContext } from "@/lib/testing/visitor-builder";
import { listWhoWasHere } from "./list-who-was-here";

useDatabase();

const NOW_MS = Math.floor(Date.now() / 1000) * 1000;
const ago = (minutes: number) => new Date(NOW_MS - minutes * 60_000);

describe("who was in a visit", () => {
  test("is not for somebody of the roster who never came", async () => {
    const { room, guest, presenter, call } = await buildRunningRoom();
    await enterCall(call, presenter);
    const list = listWhoWasHere(visitorContext(room, guest));
    await expect(list).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("is not for a presenter who was removed before they came", async () => {
    const { room, presenter } = await buildRunningRoom();
    await database().seat.update({ where: { id: presenter.id }, data: { removedAt: new Date() } });
    const list = listWhoWasHere(visitorContext(room, presenter));
    await expect(list).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("is told to who was there, in the order in which they came, also when it is over", async () => {
    const { room, guest, presenter, call } = await buildRunningRoom();
    await enterCall(call, guest, { deviceId: PHONE, joinedAt: ago(5) });
    await enterCall(call, guest, { deviceId: LAPTOP, joinedAt: ago(4) });
    await enterCall(call, presenter, { joinedAt: ago(9) });
    await database().presence.updateMany({
      where: { seatId: guest.id },
      data: { leftAt: ago(2) },
    });
    const now = new Date(room.closesAt.getTime() + 60_000);
    const { people } = await listWhoWasHere(visitorContext(room, guest, { now }));
    expect(people).toMatchObject([
      { seatId: presenter.id, isMe: false, stays: [{ joinedAt: ago(9), leftAt: null }] },
      { seatId: guest.id, isMe: true, stays: [{ joinedAt: ago(5), leftAt: ago(2) }] },
    ]);
  });
});

test("who comes and goes after somebody was removed is told to those inside, not to them", async () => {
  const { room, guest, presenter, call } = await buildRunningRoom();
  const helper = await buildSeat(room, "helper");
  await enterCall(call, presenter, { joinedAt: ago(9) });
  await enterCall(call, guest, { deviceId: PHONE, joinedAt: ago(5) });
  await database().seat.update({ where: { id: guest.id }, data: { removedAt: ago(3) } });
  await enterCall(call, helper, { joinedAt: ago(1) });
  const toldTo = async (seat: typeof guest) =>
    (await listWhoWasHere(visitorContext(room, seat))).people.map(({ seatId, stays }) => [
      ...[seatId, stays.at(-1)?.leftAt],
    ]);
  expect(await toldTo(guest)).toEqual([
    [presenter.id, ago(3)],
    [guest.id, ago(3)],
  ]);
  expect(await toldTo(presenter)).toEqual([
    [presenter.id, null],
    [guest.id, null],
    [helper.id, null],
  ]);
});

test("somebody who was put out and let back within seconds was there twice", async () => {
  const { room, guest, presenter, call } = await buildRunningRoom();
  await enterCall(call, guest, { deviceId: PHONE, joinedAt: ago(5) });
  const ctx = seatContext({ ...presenter, roomId: room.id });
  await removeFromCall(ctx, guest.id, null);
  await letReturn(ctx, guest.id);
  await database().presence.updateMany({ data: { leftAt: ctx.now } });
  const backAt = new Date(ctx.now.getTime() + 4_000);
  await enterCall(call, guest, { deviceId: LAPTOP, joinedAt: backAt });
  const { people } = await listWhoWasHere(visitorContext(room, presenter));
  expect(people).toMatchObject([
    {
      seatId: guest.id,
      stays: [
        { joinedAt: ago(5), leftAt: ctx.now },
        { joinedAt: backAt, leftAt: null },
      ],
    },
  ]);
});

test("a webinar's audience reads itself and the stage; who leads it reads everybody", async () => {
  const room = await buildRoom((await buildOrganization("events")).id, { kind: "webinar" });
  const call = await database().call.create({ data: { roomId: room.id, name: room.id } });
  const host = await buildSeat(room, "host");
  const [one, other] = [await buildSeat(room, "audience"), await buildSeat(room, "audience")];
  for (const seat of [host, one, other]) await enterCall(call, seat);
  const read = async (seat: { id: string }) =>
    (await listWhoWasHere(visitorContext(room, seat))).people.map(({ seatId }) => seatId).sort();
  expect(await read(one)).toEqual([host.id, one.id].sort());
  expect(await read(host)).toEqual([host.id, one.id, other.id].sort());
});
