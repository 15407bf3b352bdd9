import { expect, test } from "vitest";
import { listCallRooms } from "@/lib/data/call-facts";
import { database } from "@/lib/data/client";
import { listOpenStays } from "@/lib/data/presence";
import { appendRecord } from "@/lib/data/record";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { callWorld, DEVICE } from "@/lib/testing/call-world";
import { useDatabase } from "@/lib/testing/database";
import { decideForTickets } from "@/lib/operations/join/decide-for-ticket";
import { repairCall } from "./repair-call";
import { seeCall } from "./see-call";

useDatabase();

type World = Awaited<ReturnType<typeof callWorld>>;

async function look({ call, context }: World, now = new Date()): Promise<void> {
  const { endedAt } = await database().call.findUniqueOrThrow({ where: { id: call.id } });
  const rooms = await listCallRooms(database(), [call.id]);
  const stays = await listOpenStays(database(), [call.id]);
  const room = rooms.get(call.id) ?? null;
  const seen = await seeCall(context(now), { call: { ...call, endedAt }, room, stays });
  const identities = seen.participants.map(({ identity }) => identity);
  await repairCall(context(now), seen, await decideForTickets(call.name, identities, now));
}

const whoIsIn = async ({ call }: World) =>
  (await listOpenStays(database(), [call.id])).map(({ sid }) => sid.split("/")[0]);

test("a call that is as it should be is left alone, and its stays are noted", async () => {
  const world = await callWorld();
  const { call, calls, clinician, patient, present } = world;
  calls.put(call.name, present(clinician, "PA_c"), present(patient, "PA_p"));
  await look(world);
  await look(world);
  expect(calls.log).toEqual([`list ${call.name}`, `list ${call.name}`]);
  expect((await whoIsIn(world)).sort()).toEqual(["PA_c", "PA_p"]);
  expect(await world.recorded()).toEqual(["call-opened", "joined", "joined"]);
});

test("somebody removed, somebody unknown and an agent are out; the others stay", async () => {
  const world = await callWorld();
  const { call, calls, clinician, patient, present } = world;
  await database().seat.update({
    where: { id: patient.id },
    data: { removedAt: new Date(Date.now() - 120_000) },
  });
  calls.put(
    call.name,
    present(clinician, "PA_c"),
    present(patient, "PA_back"),
    present({ id: world.room.id }, "PA_foreign"),
    present(clinician, "PA_agent", { identity: "agent", isPerson: false }),
  );
  await look(world);
  expect(calls.identitiesIn(call.name)).toEqual([`${clinician.id}.${DEVICE}`]);
  const lines = await database().recordEntry.findMany({
    where: { roomId: world.room.id, kind: "intruder-removed" },
  });
  expect(lines.map(({ facts }) => facts)).toEqual([
    { identity: `${patient.id}.${DEVICE}`, why: "came-back" },
    { identity: `${world.room.id}.${DEVICE}`, why: "unknown" },
    { identity: "agent", why: "not-a-person" },
  ]);
  expect(world.announced).toContain(world.room.id);
});

test("rights of an older ticket are set right", async () => {
  const world = await callWorld();
  const { call, calls, patient, present } = world;
  calls.put(
    call.name,
    present(patient, "PA_p", { grant: mediaGrantFor("presenter", "visit", []) }),
  );
  await look(world);
  const [participant] = calls.rooms.get(call.name) ?? [];
  expect(participant?.grant).toEqual(mediaGrantFor("attendee", "visit", []));
  expect(await world.recorded()).toContain("rights-corrected");
});

test("who had more rights until a host took them a moment ago is set right, and nobody is warned", async () => {
  const world = await callWorld();
  const { call, calls, patient, present } = world;
  const more = mediaGrantFor("presenter", "visit", []);
  const changed = { seatId: patient.id, from: "presenter", to: "attendee" } as const;
  const now = new Date();
  await appendRecord(database(), world.room.id, now, "system", "role-changed", changed);
  calls.put(call.name, present(patient, "PA_p", { grant: more }));
  await look(world, new Date(now.getTime() + 4_000));
  const [participant] = calls.rooms.get(call.name) ?? [];
  expect(participant?.grant).toEqual(mediaGrantFor("attendee", "visit", []));
  expect(await world.recorded()).not.toContain("rights-corrected");

  calls.put(call.name, present(patient, "PA_p", { grant: more }));
  await look(world, new Date(now.getTime() + 6_000));
  expect(await world.recorded()).toContain("rights-corrected");
});

test("the device that a seat moved away from is out", async () => {
  const world = await callWorld();
  const { call, calls, patient, present } = world;
  const deviceId = DEVICE.replace("0", "z");
  await database().seat.update({ where: { id: patient.id }, data: { deviceId } });
  calls.put(
    call.name,
    present(patient, "PA_old"),
    present(patient, "PA_new", { identity: `${patient.id}.${deviceId}` }),
  );
  await look(world);
  expect(calls.identitiesIn(call.name)).toEqual([`${patient.id}.${deviceId}`]);
  expect(await world.recorded()).not.toContain("intruder-removed");
});

test("who left without a word is noted as gone; who came a moment ago is not", async () => {
  const world = await callWorld();
  const { call, calls, clinician, patient, present } = world;
  calls.put(
    call.name,
    present(clinician, "PA_c"),
    present(patient, "PA_p", { joinedAt: new Date() }),
  );
  await look(world);
  calls.rooms.set(call.name, []);
  await look(world);
  expect(await whoIsIn(world)).toEqual(["PA_p"]);
  await look(world, new Date(Date.now() + 5_000));
  expect(await whoIsIn(world)).toEqual([]);
});

test("a stay that was ended by mistake goes on", async () => {
  const world = await callWorld();
  const { call, calls, clinician, present } = world;
  calls.put(call.name, present(clinician, "PA_c"));
  await look(world);
  const tenSecondsAgo = new Date(Date.now() - 10_000);
  await database().presence.updateMany({
    where: { callId: call.id },
    data: { leftAt: tenSecondsAgo },
  });
  await look(world);
  expect(await whoIsIn(world)).toEqual(["PA_c"]);
});

test("at the end of the window everybody is out, and the sweep rests only when the call is gone", async () => {
  const world = await callWorld();
  const { call, calls, room, patient, present } = world;
  calls.put(call.name, present(patient, "PA_p"));
  await look(world);
  await look(world, new Date(room.closesAt.getTime() - 1));
  expect(calls.rooms.has(call.name)).toBe(true);
  await look(world, room.closesAt);
  expect(calls.rooms.has(call.name)).toBe(false);
  expect(await whoIsIn(world)).toEqual([]);
  expect((await world.recorded()).slice(-2)).toEqual(["call-ended", "left"]);

  const sweptAt = async () =>
    (await database().call.findUniqueOrThrow({ where: { id: call.id } })).sweptAt;
  calls.put(call.name, present(patient, "PA_late"));
  await look(world, new Date(room.closesAt.getTime() + 1_000));
  expect(calls.rooms.has(call.name)).toBe(false);
  expect(await sweptAt()).toBeNull();
  await look(world, new Date(room.closesAt.getTime() + 6_000));
  expect(await sweptAt()).not.toBeNull();
});

test("ending early, cancelling and shortening end the call too", async () => {
  for (const data of [
    { endedAt: new Date() },
    { cancelledAt: new Date() },
    { closesAt: new Date(Date.now() - 1_000) },
  ]) {
    const world = await callWorld();
    await database().room.update({ where: { id: world.room.id }, data });
    await look(world);
    expect(world.calls.rooms.size).toBe(0);
  }
});

test("while the media server is away, nobody is taken for gone and nothing ends", async () => {
  const world = await callWorld();
  const { call, calls, clinician, present } = world;
  calls.put(call.name, present(clinician, "PA_c"));
  await look(world);
  calls.isAway = true;
  await expect(look(world)).rejects.toThrow("call-unreachable");
  expect(await whoIsIn(world)).toEqual(["PA_c"]);
  const { endedAt } = await database().call.findUniqueOrThrow({ where: { id: call.id } });
  expect(endedAt).toBeNull();
});
