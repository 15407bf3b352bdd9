import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { listRecord } from "@/lib/data/room-record";
import type { Capacity } from "@/lib/domain/room/role";
import type { FirstSeat } from "@/lib/domain/roster/first-seat";
import type { NewRoomInput } from "@/lib/domain/room/room-input";
import {
  buildMember,
  buildOrganization,
  buildPerson,
  buildSeat,
} from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";
import { cancelRoom } from "./cancel-room";
import { createRoom } from "./create-room";
import { editRoom } from "./edit-room";
import { moveRoom } from "./move-room";

useDatabase();

const NOW = new Date("2026-03-14T12:00:00Z");
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const titleFor = (name: string) => `Visit with ${name}`;

let owner: Awaited<ReturnType<typeof buildMember>>;
let host: Awaited<ReturnType<typeof buildMember>>;
let stranger: Awaited<ReturnType<typeof buildMember>>;

beforeEach(async () => {
  const { id } = await buildOrganization();
  owner = await buildMember(id, "owner");
  host = await buildMember(id, "host");
  stranger = await buildMember((await buildOrganization()).id, "owner");
});

function input(changes: Partial<NewRoomInput> = {}): NewRoomInput {
  return {
    kind: "visit",
    title: "Visit",
    window: { opensAt: at(60), closesAt: at(80) },
    timeZone: "Europe/Berlin",
    clockChange: "none",
    access: "invited",
    lobby: true,
    seatLimit: null,
    leadMinutes: { presenter: 30, collaborator: 15, attendee: 15, consumer: 0 },
    leaderId: owner.personId,
    seats: [],
    ...changes,
  };
}

const SAMUEL = { name: "Samuel Reyes", email: "samuel@example.org" };

const guest = (who: { name: string; email: string | null } = SAMUEL): FirstSeat => ({
  person: { ...who, timeZone: "Europe/Berlin", birthYear: null },
  ...{ personId: null, capacity: "patient", field: "guestEmail" },
});

const plan = (changes: Partial<NewRoomInput> = {}, actor = owner) =>
  createRoom(buildPlannerContext(actor, NOW), input(changes), titleFor);

async function recordOf(roomId: string): Promise<string[]> {
  const lines = await database().recordEntry.findMany({
    where: { roomId },
    orderBy: { position: "asc" },
  });
  return lines.map(({ kind }) => kind);
}

async function mailsOf(roomId: string): Promise<string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    SELECT j.name FROM rostrum_jobs.job j JOIN seats s ON s.id = (j.data->>'seatId')::uuid
    WHERE s.room_id = ${roomId}::uuid ORDER BY j.name`;
  return rows.map(({ name }) => name);
}

const roomOf = (id: string) => database().room.findUniqueOrThrow({ where: { id } });

function edit(changes: object = {}) {
  const { title, access, lobby, leadMinutes, seatLimit } = input();
  return {
    version: 1,
    lengthMinutes: 20,
    title,
    access,
    lobby,
    leadMinutes,
    seatLimit,
    ...changes,
  };
}

describe("planning a room", () => {
  test("a start in the past is refused and nothing is stored", async () => {
    const window = { opensAt: at(-6), closesAt: at(60) };
    await expect(plan({ window })).rejects.toMatchObject({ fields: { date: "in-the-past" } });
    expect(await database().room.count({ where: { organizationId: owner.organizationId } })).toBe(
      0,
    );
  });

  test("somebody of another organization cannot lead it", async () => {
    const refusal = { fields: { leaderId: "not-offered" } };
    await expect(plan({ leaderId: stranger.personId })).rejects.toMatchObject(refusal);
  });

  test("a person who is no member cannot lead it", async () => {
    const { id } = await buildPerson(owner.organizationId);
    await expect(plan({ leaderId: id })).rejects.toMatchObject({
      fields: { leaderId: "not-offered" },
    });
  });

  test("a host plans for nobody else", async () => {
    const refusal = { fields: { leaderId: "not-your-room" } };
    await expect(plan({ leaderId: owner.personId }, host)).rejects.toMatchObject(refusal);
    await expect(plan({ leaderId: host.personId }, host)).resolves.toBeDefined();
  });

  test("leader and guest cannot be one person, and then there is no room either", async () => {
    const { email } = await database().person.findUniqueOrThrow({ where: { id: owner.personId } });
    const refusal = { fields: { guestEmail: "already-on-roster" } };
    const seats = [guest({ name: "Me", email })];
    await expect(plan({ seats })).rejects.toMatchObject(refusal);
    expect(await database().room.count({ where: { organizationId: owner.organizationId } })).toBe(
      0,
    );
  });

  test("leader and guest get their seats and a mail, the record says so, and pages hear of it", async () => {
    const ctx = buildPlannerContext(owner, NOW);
    const seats = [guest()];
    const { roomId } = await createRoom(ctx, input({ title: "", seats }), titleFor);
    const { title } = await roomOf(roomId);
    const seated = await database().seat.findMany({ where: { roomId }, orderBy: { id: "asc" } });
    expect(title).toBe("Visit with Dr Amara Okafor");
    expect(seated.map(({ role, capacity }) => [role, capacity])).toEqual([
      ["presenter", "clinician"],
      ["attendee", "patient"],
    ]);
    expect(await recordOf(roomId)).toEqual(["room-created", "seat-added", "seat-added"]);
    expect(await mailsOf(roomId)).toEqual(["send-invitation", "send-invitation"]);
    expect(ctx.announced).toEqual([roomId]);
  });
});

describe("a first roster", () => {
  const known = (personId: string, field: string, capacity: Capacity = "helper"): FirstSeat => ({
    ...{ person: null, personId, capacity, field },
  });

  test("of which one line is wrong makes no room, adds nobody and writes to nobody", async () => {
    const { organizationId } = owner;
    const people = await database().person.count({ where: { organizationId } });
    for (const [seat, refusal] of [
      [known(stranger.personId, "seats/1"), { "seats/1/personId": "not-offered" }],
      [known(owner.personId, "seats/1"), { "seats/1": "already-on-roster" }],
      [known(host.personId, "seats/1", "audience"), { capacity: "not-offered" }],
    ] as const) {
      await expect(plan({ seats: [guest(), seat] })).rejects.toMatchObject({ fields: refusal });
    }
    expect(await database().room.count({ where: { organizationId } })).toBe(0);
    expect(await database().person.count({ where: { organizationId } })).toBe(people);
  });

  test("is seated in its order, whoever is known by name, by address or by id", async () => {
    const seats = [known(host.personId, "seats/0", "interpreter"), guest()];
    const { roomId } = await plan({ seats });
    const seated = await database().seat.findMany({ where: { roomId }, orderBy: { id: "asc" } });
    expect(seated.map(({ capacity }) => capacity)).toEqual(["clinician", "interpreter", "patient"]);
    expect(await recordOf(roomId)).toEqual(["room-created", ...Array(3).fill("seat-added")]);
    expect(await mailsOf(roomId)).toEqual(Array(3).fill("send-invitation"));
  });

  test("of the same people in another order can be made at the same time", async () => {
    const crowd = Array.from({ length: 12 }, (_, nth) => {
      return guest({ name: `Person ${nth}`, email: `person-${nth}@example.org` });
    });
    const rosters = [crowd, [...crowd].reverse(), crowd, [...crowd].reverse()];
    await Promise.all(rosters.map((seats) => plan({ seats })));
    const { organizationId } = owner;
    expect(await database().seat.count({ where: { organizationId } })).toBe(4 * 13);
  });
});

describe("changing a room", () => {
  test.each(["edit", "move", "cancel"] as const)(
    "%s: another organization's does not exist",
    async (verb) => {
      const { roomId } = await plan();
      const refused = { code: "room-not-found" };
      await expect(change(verb, roomId, stranger)).rejects.toMatchObject(refused);
      await expect(change(verb, "../1", owner)).rejects.toMatchObject(refused);
      await expect(change(verb, roomId, host)).rejects.toMatchObject(refused);
    },
  );

  test.each(["edit", "move", "cancel"] as const)(
    "%s: a host who only sits in it may not",
    async (verb) => {
      const { roomId } = await plan();
      const room = await roomOf(roomId);
      await buildSeat(room, "helper", { personId: host.personId });
      await expect(change(verb, roomId, host)).rejects.toMatchObject({ code: "not-allowed" });
    },
  );

  test.each(["edit", "move", "cancel"] as const)("%s: the host who leads it may", async (verb) => {
    const { roomId } = await plan({ leaderId: host.personId });
    await expect(change(verb, roomId, host)).resolves.not.toThrow();
  });

  test.each(["edit", "move", "cancel"] as const)(
    "%s: of two editors the second is told",
    async (verb) => {
      const { roomId } = await plan();
      await editRoom(buildPlannerContext(owner, NOW), { roomId, ...edit({ title: "First" }) });
      await expect(change(verb, roomId, owner)).rejects.toMatchObject({
        code: "changed-meanwhile",
      });
      expect(await roomOf(roomId)).toMatchObject({
        title: "First",
        movedToId: null,
        cancelledAt: null,
      });
    },
  );

  test("of two editors at the same instant exactly one saves", async () => {
    const { roomId } = await plan();
    const saves = ["One", "Two", "Three", "Four"].map((title) =>
      editRoom(buildPlannerContext(owner, NOW), { roomId, ...edit({ title }) }),
    );
    const results = await Promise.allSettled(saves);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await roomOf(roomId)).version).toBe(2);
  });

  test.each(["edit", "move", "cancel"] as const)(
    "%s: what is over stays as it was",
    async (verb) => {
      const { roomId } = await plan();
      await expect(change(verb, roomId, owner, at(81))).rejects.toMatchObject({
        code: "room-is-over",
      });
    },
  );

  function change(verb: "edit" | "move" | "cancel", roomId: string, actor = owner, now = NOW) {
    const ctx = buildPlannerContext(actor, now);
    if (verb === "edit") return editRoom(ctx, { roomId, ...edit({ title: "Other" }) });
    if (verb === "cancel") return cancelRoom(ctx, { roomId, version: 1, reason: null });
    const window = { opensAt: at(120), closesAt: at(140) };
    return moveRoom(ctx, { roomId, version: 1, window, timeZone: "UTC", clockChange: "none" });
  }
});

describe("an edit", () => {
  test("of nothing changes nothing", async () => {
    const { roomId } = await plan();
    const ctx = buildPlannerContext(owner, NOW);
    await editRoom(ctx, { roomId, ...edit() });
    expect(await roomOf(roomId)).toMatchObject({ version: 1, calendarSequence: 0 });
    expect(ctx.announced).toEqual([]);
  });

  test("of the lobby is written down but nobody is mailed", async () => {
    const { roomId } = await plan();
    await editRoom(buildPlannerContext(owner, NOW), { roomId, ...edit({ lobby: false }) });
    expect(await roomOf(roomId)).toMatchObject({ version: 2, calendarSequence: 0, lobby: false });
    expect(await mailsOf(roomId)).toEqual(["send-invitation"]);
  });

  test("of the length moves the end, is told by mail and raises the calendar's sequence", async () => {
    const { roomId } = await plan();
    await editRoom(buildPlannerContext(owner, NOW), { roomId, ...edit({ lengthMinutes: 45 }) });
    expect(await roomOf(roomId)).toMatchObject({ closesAt: at(105), calendarSequence: 1 });
    expect(await recordOf(roomId)).toEqual([
      "room-created",
      "seat-added",
      "room-edited",
      "window-changed",
    ]);
    expect(await mailsOf(roomId)).toEqual(["send-invitation", "send-room-change"]);
  });

  test("cannot end a room in the past", async () => {
    const { roomId } = await plan();
    const ctx = buildPlannerContext(owner, at(75));
    const refusal = { fields: { lengthMinutes: "in-the-past" } };
    await expect(editRoom(ctx, { roomId, ...edit({ lengthMinutes: 10 }) })).rejects.toMatchObject(
      refusal,
    );
  });
});

describe("a move", () => {
  const move = (roomId: string, opensAt: Date) =>
    moveRoom(buildPlannerContext(owner, NOW), {
      roomId,
      version: 1,
      window: { opensAt, closesAt: new Date(opensAt.getTime() + 20 * 60_000) },
      timeZone: "Europe/Berlin",
      clockChange: "none",
    });

  test("makes a room in the old one's place, with its roster but for the removed", async () => {
    const { roomId } = await plan({ seats: [guest()] });
    const removed = await buildSeat(await roomOf(roomId), "helper");
    await database().seat.update({ where: { id: removed.id }, data: { removedAt: NOW } });
    const { roomId: newId } = await move(roomId, at(240));

    const [before, after] = [await roomOf(roomId), await roomOf(newId)];
    const { calendarUid } = before;
    expect(before).toMatchObject({ movedToId: newId, version: 2 });
    expect(after).toMatchObject({ opensAt: at(240), calendarUid, calendarSequence: 1, version: 1 });
    expect(await database().seat.count({ where: { roomId: newId } })).toBe(2);
    expect(await recordOf(roomId)).toContain("room-moved");
    expect(await recordOf(newId)).toEqual(["room-created", "seat-added", "seat-added"]);
    expect(await mailsOf(newId)).toEqual(["send-room-change", "send-room-change"]);
  });

  test("to the same or a past start is refused", async () => {
    const { roomId } = await plan();
    await expect(move(roomId, at(60))).rejects.toMatchObject({ fields: { time: "same-time" } });
    await expect(move(roomId, at(-60))).rejects.toMatchObject({ fields: { date: "in-the-past" } });
  });

  test("happens once, however many ask", async () => {
    const { roomId } = await plan();
    const moves = await Promise.allSettled([1, 2, 3].map((hour) => move(roomId, at(hour * 300))));
    expect(moves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().room.count({ where: { organizationId: owner.organizationId } })).toBe(
      2,
    );
  });
});

test("a cancelled room keeps its reason and everyone is told", async () => {
  const { roomId } = await plan({ seats: [guest()] });
  const ctx = buildPlannerContext(owner, NOW);
  await cancelRoom(ctx, { roomId, version: 1, reason: "Dr Okafor is ill" });
  expect(await roomOf(roomId)).toMatchObject({
    cancelledAt: NOW,
    cancelReason: "Dr Okafor is ill",
    calendarSequence: 1,
  });
  expect((await mailsOf(roomId)).filter((name) => name === "send-cancellation")).toHaveLength(2);
  expect(ctx.announced).toEqual([roomId]);
});

test("a roster of 500 moves as one, and its record stays a whole chain", async () => {
  const { roomId } = await plan();
  await database().$executeRaw`
    WITH new_people AS (
      INSERT INTO people (id, organization_id, name, time_zone)
      SELECT uuidv7(), ${owner.organizationId}::uuid, 'Guest ' || n, 'UTC' FROM generate_series(1, 500) n
      RETURNING id
    )
    INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
    SELECT uuidv7(), ${owner.organizationId}::uuid, ${roomId}::uuid, id, 'attendee', 'patient' FROM new_people`;
  const window = { opensAt: at(300), closesAt: at(320) };
  const { roomId: newId } = await moveRoom(buildPlannerContext(owner, NOW), {
    ...{ roomId, version: 1, window, timeZone: "UTC", clockChange: "none" },
  });
  const { lines, brokenAt } = await listRecord(database(), newId, { after: 0, count: 1_000 });
  expect([lines.length, brokenAt]).toEqual([502, null]);
});
