import { expect, test } from "vitest";
import { claimDueCalls, hastenCallsOfRoom } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import { endCall } from "@/lib/operations/call/end-call";
import { callWorld } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import type { FakeCalls } from "@/lib/testing/fake-calls";
import { Conductor } from "./conductor";

useDatabase();

const conductorOf = (calls: FakeCalls) => new Conductor({ calls, announce: () => {} });

/** One pass, with everything it started done. */
async function passOnce(...conductors: Conductor[]): Promise<void> {
  await Promise.all(conductors.map((conductor) => conductor.pass()));
  await Promise.all(conductors.map((conductor) => conductor.finish()));
}

const isEnded = async ({ call }: { call: { id: string } }) =>
  (await database().call.findUniqueOrThrow({ where: { id: call.id } })).endedAt !== null;

test("several processes share the calls: each is looked at by one", async () => {
  const world = await callWorld();
  const others = await Promise.all([callWorld(), callWorld(), callWorld(), callWorld()]);
  for (const { call } of others) world.calls.rooms.set(call.name, []);
  await passOnce(...Array.from({ length: 4 }, () => conductorOf(world.calls)));
  for (const { call } of [world, ...others]) {
    expect(world.calls.log.filter((line) => line === `list ${call.name}`)).toHaveLength(1);
  }
});

test("what a process took and did not finish is another's four seconds later", async () => {
  const { call } = await callWorld();
  const now = new Date();
  const at = (ms: number) => new Date(now.getTime() + ms);
  const claim = async (when: Date) =>
    (await claimDueCalls(when, new Date(when.getTime() + 4_000), 100)).map(({ id }) => id);
  expect(await claim(now)).toContain(call.id);
  expect(await claim(at(3_999))).not.toContain(call.id);
  expect(await claim(at(4_000))).toContain(call.id);
});

test("a call is due at the very end of its window, and at once when its room changes", async () => {
  const { call, room } = await callWorld({ closesAt: new Date(Date.now() + 1_500) });
  await claimDueCalls(new Date(), new Date(Date.now() + 4_000), 100);
  const dueAt = async () =>
    (await database().call.findUniqueOrThrow({ where: { id: call.id } })).dueAt;
  expect(await dueAt()).toEqual(room.closesAt);
  const soon = new Date();
  await hastenCallsOfRoom(room.id, soon);
  await hastenCallsOfRoom(room.id, new Date(soon.getTime() + 9_000));
  expect(await dueAt()).toEqual(soon);
});

test("a room that is over has its call ended; the others go on", async () => {
  const over = await callWorld({ closesAt: new Date(Date.now() - 1) });
  const open = await callWorld();
  over.calls.rooms.set(open.call.name, []);
  await passOnce(conductorOf(over.calls));
  expect(await isEnded(over)).toBe(true);
  expect(await isEnded(open)).toBe(false);
  expect([...over.calls.rooms.keys()]).toEqual([open.call.name]);
});

test("a media server that is away ends nothing and stops nobody", async () => {
  const world = await callWorld();
  world.calls.isAway = true;
  await passOnce(conductorOf(world.calls));
  expect(await isEnded(world)).toBe(false);
});

test("a call that somebody opened again after its end is deleted; foreign ones are left alone", async () => {
  const world = await callWorld();
  await endCall(world.context(), world.call, "system");
  await database().call.update({ where: { id: world.call.id }, data: { sweptAt: new Date() } });
  world.calls.rooms.set(world.call.name, []);
  world.calls.rooms.set("somebody-elses", []);
  await passOnce(conductorOf(world.calls));
  expect([...world.calls.rooms.keys()]).toEqual(["somebody-elses"]);
});
