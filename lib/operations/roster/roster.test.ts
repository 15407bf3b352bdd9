import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { Calls } from "@/lib/domain/call/calls";
import type { AddPersonInput } from "@/lib/domain/roster/roster-input";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { buildMember, buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { addPerson } from "./add-person";
import { changeSeatRole } from "./change-seat-role";
import { removeSeat } from "./remove-seat";
import { resendInvitation } from "./resend-invitation";
import { returnSeat } from "./return-seat";

useDatabase();

type Member = Awaited<ReturnType<typeof buildMember>>;

let owner: Member;
let host: Member;
let stranger: Member;
let roomId: string;
let presenter: string;
let patient: string;

beforeEach(async () => {
  const { id } = await buildOrganization();
  owner = await buildMember(id, "owner");
  host = await buildMember(id, "host");
  stranger = await buildMember((await buildOrganization()).id, "owner");
  const room = await buildRoom(id);
  roomId = room.id;
  presenter = (await buildSeat(room, "clinician")).id;
  patient = (await buildSeat(room, "patient")).id;
});

const person = (changes: Partial<AddPersonInput> = {}): AddPersonInput => ({
  roomId,
  name: "Mina Farouk",
  email: "mina@example.org",
  capacity: "patient",
  timeZone: "Africa/Cairo",
  birthYear: 1987,
  ...changes,
});

const seatOf = (id: string) => database().seat.findUniqueOrThrow({ where: { id } });

async function jobsOf(seatId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM rostrum_jobs.job WHERE data->>'seatId' = ${seatId} ORDER BY created_on, id`;
  return rows.map(({ name }) => name);
}

const ACTS: Record<string, (actor: Member, roomId: string, seatId: string) => Promise<unknown>> = {
  add: (actor, roomId) => addPerson(buildPlannerContext(actor), person({ roomId })),
  remove: (actor, roomId, seatId) =>
    removeSeat(buildPlannerContext(actor), { roomId, seatId, reason: null }),
  return: (actor, roomId, seatId) => returnSeat(buildPlannerContext(actor), { roomId, seatId }),
  role: (actor, roomId, seatId) =>
    changeSeatRole(buildPlannerContext(actor), { roomId, seatId, role: "collaborator" }),
  resend: (actor, roomId, seatId) =>
    resendInvitation(buildPlannerContext(actor), { roomId, seatId }),
};

describe.each(Object.entries(ACTS))("%s", (_, act) => {
  test("in another organization's room is refused as if there were none", async () => {
    await expect(act(stranger, roomId, patient)).rejects.toMatchObject({ code: "room-not-found" });
  });

  test("by a host without a seat in it is refused the same way", async () => {
    await expect(act(host, roomId, patient)).rejects.toMatchObject({ code: "room-not-found" });
  });

  test("by a host who is not its presenter is not allowed", async () => {
    const room = await database().room.findUniqueOrThrow({ where: { id: roomId } });
    await buildSeat(room, "interpreter", { personId: host.personId });
    await expect(act(host, roomId, patient)).rejects.toMatchObject({ code: "not-allowed" });
  });

  test("when the room is over is refused", async () => {
    await database().room.update({ where: { id: roomId }, data: { endedAt: new Date() } });
    await expect(act(owner, roomId, patient)).rejects.toMatchObject({ code: "room-is-over" });
  });

  test("by an owner works", async () => {
    await expect(act(owner, roomId, patient)).resolves.not.toThrow();
  });
});

test.each(["remove", "return", "role", "resend"])(
  "%s: a seat of another room is none",
  async (name) => {
    const act = ACTS[name];
    const seat = await buildSeat(await buildRoom(owner.organizationId), "patient");
    const refused = { code: "seat-not-found" };
    await expect(act?.(owner, roomId, seat.id)).rejects.toMatchObject(refused);
    await expect(act?.(owner, roomId, "no-id")).rejects.toMatchObject(refused);
  },
);

describe("adding a person", () => {
  test("gives them the role of their capacity, a record line and an invitation", async () => {
    const ctx = buildPlannerContext(owner);
    const { seatId, isInvited } = await addPerson(ctx, person({ capacity: "interpreter" }));
    expect(await seatOf(seatId)).toMatchObject({ role: "collaborator", capacity: "interpreter" });
    expect(isInvited).toBe(true);
    expect(await jobsOf(seatId)).toEqual(["send-invitation"]);
    expect(ctx.announced).toEqual([roomId]);
  });

  test("who has no address sends no mail", async () => {
    const { seatId, isInvited } = await addPerson(
      buildPlannerContext(owner),
      person({ email: null }),
    );
    expect(isInvited).toBe(false);
    expect(await jobsOf(seatId)).toEqual([]);
  });

  test("with a capacity of another kind of room is refused", async () => {
    const refused = { fields: { capacity: "not-offered" } };
    const added = addPerson(buildPlannerContext(owner), person({ capacity: "audience" }));
    await expect(added).rejects.toMatchObject(refused);
  });

  test("twice is refused beside the address, also in other letters", async () => {
    await addPerson(buildPlannerContext(owner), person());
    const again = addPerson(buildPlannerContext(owner), person({ email: "MINA@example.org" }));
    await expect(again).rejects.toMatchObject({ fields: { email: "already-on-roster" } });
  });

  test("at once by many ends with one person, one seat and one mail", async () => {
    const tries = Array.from({ length: 6 }, () => addPerson(buildPlannerContext(owner), person()));
    const done = (await Promise.allSettled(tries)).filter(({ status }) => status === "fulfilled");
    const people = await database().person.findMany({
      where: { organizationId: owner.organizationId, email: "mina@example.org" },
      include: { seats: true },
    });
    expect(done).toHaveLength(1);
    expect(people).toHaveLength(1);
    expect(people[0]?.seats).toHaveLength(1);
    expect(await jobsOf(people[0]?.seats[0]?.id ?? "")).toEqual(["send-invitation"]);
  });

  test("whose address is known keeps the name they have, in this organization only", async () => {
    await addPerson(buildPlannerContext(owner), person());
    const room = await buildRoom(owner.organizationId);
    const other = person({ roomId: room.id, name: "Somebody Else" });
    expect((await addPerson(buildPlannerContext(owner), other)).name).toBe("Mina Farouk");
    const foreign = await buildRoom(stranger.organizationId);
    const abroad = person({ roomId: foreign.id, name: "M. Farouk" });
    expect((await addPerson(buildPlannerContext(stranger), abroad)).name).toBe("M. Farouk");
  });

  test("who was removed brings them back", async () => {
    const { seatId } = await addPerson(buildPlannerContext(owner), person());
    await removeSeat(buildPlannerContext(owner), { roomId, seatId, reason: "by mistake" });
    const again = await addPerson(buildPlannerContext(owner), person({ capacity: "helper" }));
    expect(again.seatId).toBe(seatId);
    expect(await seatOf(seatId)).toMatchObject({
      removedAt: null,
      removedReason: null,
      capacity: "helper",
    });
  });
});

describe("removing", () => {
  test("keeps the reason, tells them, and can be taken back", async () => {
    await removeSeat(buildPlannerContext(owner), {
      roomId,
      seatId: patient,
      reason: "wrong person",
    });
    expect(await seatOf(patient)).toMatchObject({
      removedReason: "wrong person",
      removedFromCall: false,
    });
    await returnSeat(buildPlannerContext(owner), { roomId, seatId: patient });
    expect(await seatOf(patient)).toMatchObject({ removedAt: null, removedReason: null });
    expect(await jobsOf(patient)).toEqual(["send-removal", "send-invitation"]);
  });

  test("of the last who may let people in is refused, also when two go at once", async () => {
    const refused = { code: "last-presenter" };
    const remove = (seatId: string) =>
      removeSeat(buildPlannerContext(owner), { roomId, seatId, reason: null });
    await expect(remove(presenter)).rejects.toMatchObject(refused);
    const room = await database().room.findUniqueOrThrow({ where: { id: roomId } });
    const second = (await buildSeat(room, "clinician")).id;
    const both = await Promise.allSettled([remove(presenter), remove(second)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("of somebody inside closes the roster first and then cuts every device", async () => {
    const call = await database().call.create({ data: { roomId, name: "a-call" } });
    const deviceId = "device0123456789";
    await database().seat.update({ where: { id: patient }, data: { deviceId } });
    await database().presence.create({
      data: {
        callId: call.id,
        roomId,
        seatId: patient,
        deviceId,
        participantSid: "P1",
        joinedAt: new Date(),
      },
    });
    const cut: string[] = [];
    const removeParticipant: Calls["removeParticipant"] = async (callName, identity) => {
      expect((await seatOf(patient)).removedAt).not.toBeNull();
      cut.push(`${callName} ${identity}`);
    };
    const ctx = buildPlannerContext(owner);
    await removeSeat(
      { ...ctx, calls: { ...ctx.calls, removeParticipant } },
      { roomId, seatId: patient, reason: null },
    );
    expect(cut).toEqual([`a-call ${patient}.${deviceId}`]);
    expect(await seatOf(patient)).toMatchObject({ removedFromCall: true });
  });
});

test("the last presenter keeps the role, and every change is told and written down", async () => {
  const change = (seatId: string, role: "presenter" | "attendee") =>
    changeSeatRole(buildPlannerContext(owner), { roomId, seatId, role });
  await expect(change(presenter, "attendee")).rejects.toMatchObject({ code: "last-presenter" });
  await change(patient, "presenter");
  await change(presenter, "attendee");
  expect(await jobsOf(presenter)).toEqual(["send-room-change"]);
  const lines = await database().recordEntry.findMany({ where: { roomId, kind: "role-changed" } });
  expect(lines.map(({ facts }) => facts)).toEqual([
    { seatId: patient, from: "attendee", to: "presenter" },
    { seatId: presenter, from: "presenter", to: "attendee" },
  ]);
});

test("the page about a room lists those who lead first and the removed last, for those who may see it", async () => {
  await removeSeat(buildPlannerContext(owner), { roomId, seatId: patient, reason: null });
  const { roster, mayChange, ownSeatId } = await getRoom(buildPlannerContext(owner), roomId);
  expect(roster.map(({ id }) => id)).toEqual([presenter, patient]);
  expect({ mayChange, ownSeatId }).toEqual({ mayChange: true, ownSeatId: null });
  for (const actor of [stranger, host]) {
    const seen = getRoom(buildPlannerContext(actor), roomId);
    await expect(seen).rejects.toMatchObject({ code: "room-not-found" });
  }
});
