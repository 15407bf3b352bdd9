import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import type { CallingUser } from "@/lib/operations/context";
import { buildCallingUser, callingContext, seatCallingUser } from "@/lib/testing/calling-builder";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { PHONE, recordedIn } from "@/lib/testing/visitor-builder";
import { comeAsUser } from "./come-as-user";
import { joinRoom } from "./join-room";

useDatabase();

const MEETING = { kind: "meeting", title: "Room" } as const;

let organizationId: string;
let user: CallingUser;

beforeEach(async () => {
  organizationId = (await buildOrganization()).id;
  user = (await buildCallingUser(organizationId)).user;
});

const come = (actor: CallingUser, acsRoomId: string, name: string | null = null) =>
  comeAsUser(callingContext(actor), { acsRoomId, deviceId: PHONE, name });

const seatsIn = (roomId: string) => database().seat.findMany({ where: { roomId } });

async function nameOf(personId: string | null) {
  return personId && (await database().person.findUnique({ where: { id: personId } }))?.name;
}

describe("an open room", () => {
  test("gives no seat to a user who may only join what they are invited to", async () => {
    const room = await buildRoom(organizationId, { ...MEETING, access: "open" });
    const bound = { ...user, mayTakeSeat: false };
    expect((await come(bound, room.acsId)).seatId).toBeNull();
    expect(await seatsIn(room.id)).toEqual([]);
  });

  test("gives no seat before it opens", async () => {
    const opensAt = new Date(Date.now() + 60_000);
    const room = await buildRoom(organizationId, { ...MEETING, access: "open", opensAt });
    expect((await come(user, room.acsId)).seatId).toBeNull();
    expect(await seatsIn(room.id)).toEqual([]);
  });

  test("gives each user of the organization's resource one seat as an attendee, on the record", async () => {
    const room = await buildRoom(organizationId, { ...MEETING, access: "open" });
    const [one, other] = await Promise.all([
      come(user, room.acsId, "Ada Quist"),
      come(user, room.acsId, "Ada Quist"),
    ]);
    expect(one.seatId).toBe(other.seatId);
    const [seat, ...more] = await seatsIn(room.id);
    expect(more).toEqual([]);
    expect(seat).toMatchObject({ id: one.seatId, role: "attendee", capacity: "helper" });
    expect(await nameOf(seat?.personId ?? null)).toBe("Ada Quist");
    expect(await recordedIn(room.id)).toEqual(["seat-added"]);
  });
});

describe("a room of the invited", () => {
  test("gives no seat to anybody else", async () => {
    const room = await buildRoom(organizationId, MEETING);
    expect((await come(user, room.acsId, "Ada Quist")).seatId).toBeNull();
    expect(await seatsIn(room.id)).toEqual([]);
  });

  test("of another organization is no room at all", async () => {
    const theirs = await buildRoom((await buildOrganization()).id, { ...MEETING, access: "open" });
    expect(await come(user, theirs.acsId)).toMatchObject({ roomId: "", seatId: null });
    expect(await seatsIn(theirs.id)).toEqual([]);
  });

  test("lets its user in with their seat's role", async () => {
    const room = await buildRoom(organizationId, MEETING);
    const { seat, user: invited } = await seatCallingUser(room, user, "collaborator");
    const ctx = callingContext(invited);
    const coming = { acsRoomId: room.acsId, deviceId: PHONE, name: null };
    const visitor = await comeAsUser(ctx, coming);
    const { view, entry } = await joinRoom({ ...ctx, actor: visitor }, { takeOver: true });
    expect(view.me).toMatchObject({ seatId: seat.id, role: "collaborator" });
    expect(entry?.callName).toMatch(/^[\w-]{22}$/);
  });
});

describe("the name that a page gives", () => {
  test("is refused when it is that of one who leads", async () => {
    const room = await buildRoom(organizationId, MEETING);
    const { user: invited } = await seatCallingUser(room, user);
    await buildSeat(room, "host");
    await expect(come(invited, room.acsId, "samuel  reyes")).rejects.toMatchObject({
      fields: { name: "name-of-host" },
    });
    expect(await nameOf(invited.personId)).toMatch(/^Guest /);
  });

  test("leaves somebody with an address as they are known", async () => {
    const room = await buildRoom(organizationId, MEETING);
    const { personId } = await buildSeat(room, "helper");
    await come({ ...user, personId }, room.acsId, "Somebody Else");
    expect(await nameOf(personId)).toBe("Samuel Reyes");
  });

  test("is what others read", async () => {
    const room = await buildRoom(organizationId, MEETING);
    const { user: invited } = await seatCallingUser(room, user);
    await come(invited, room.acsId, "Ada Quist");
    expect(await nameOf(invited.personId)).toBe("Ada Quist");
  });
});
