import { beforeEach, expect, test } from "vitest";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { editRoom } from "@/lib/operations/rooms/edit-room";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { listRooms } from "@/lib/operations/rooms/list-rooms";
import { readRoomRecord } from "@/lib/operations/record/read-room-record";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { buildMember } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { buildPlannerContext } from "@/lib/testing/planner-context-builder";

useDatabase();

const LIST = { tab: "coming", search: null, beyond: null } as const;
const HOUR_MS = 3_600_000;

let world: Awaited<ReturnType<typeof buildAcsWorld>>;
let owner: ReturnType<typeof buildPlannerContext<Awaited<ReturnType<typeof buildMember>>>>;

beforeEach(async () => {
  world = await buildAcsWorld();
  owner = buildPlannerContext(await buildMember(world.organizationId, "owner"));
});

/** A room that a program makes now: its id on the wire, and the one that staff have. */
async function makeRoom(body: object = {}) {
  const { json } = await world.rooms("POST", "", body);
  const { rooms } = await listRooms(owner, LIST);
  const [line] = rooms;
  if (!line || rooms.length > 1) throw new Error("staff do not see one room");
  return { acsId: json.id as string, ...line };
}

/** What an editor's form holds of a room before anything is changed in it. */
async function formOf(roomId: string) {
  const { room } = await getRoom(owner, roomId);
  const { version, title, access, lobby, leadMinutes, seatLimit, window } = room;
  const lengthMinutes = (window.closesAt.getTime() - window.opensAt.getTime()) / 60_000;
  return { roomId, version, title, access, lobby, leadMinutes, seatLimit, lengthMinutes };
}

test("a room that a program makes is in the schedule of its own clinic alone, with its roster", async () => {
  const ann = world.someone();
  const { id, title, acsId } = await makeRoom({ participants: { [ann]: { role: "Presenter" } } });
  const elsewhere = await buildAcsWorld();
  const stranger = buildPlannerContext(await buildMember(elsewhere.organizationId, "owner"));
  expect((await listRooms(stranger, LIST)).rooms).toEqual([]);
  await expect(getRoom(stranger, id)).rejects.toMatchObject({ code: "room-not-found" });

  const { roster, mayChange } = await getRoom(owner, id);
  expect(mayChange).toBe(true);
  expect(title).toContain(acsId);
  expect(roster).toMatchObject([{ name: `Guest ${ann.slice(-4)}`, role: "presenter" }]);
});

test("what staff change in it, the wire says from then on", async () => {
  const validFrom = new Date(Date.now() + HOUR_MS).toISOString();
  const validUntil = new Date(Date.now() + 2 * HOUR_MS).toISOString();
  const { id, acsId } = await makeRoom({ validFrom, validUntil });
  const form = await formOf(id);
  await editRoom(owner, { ...form, title: "Knee check", lengthMinutes: 90 });
  expect((await getRoom(owner, id)).room.title).toBe("Knee check");
  const { json } = await world.rooms("GET", `/${acsId}`);
  expect(Date.parse(json.validUntil) - Date.parse(json.validFrom)).toBe(1.5 * HOUR_MS);
});

test("called off by staff, it is gone from the wire", async () => {
  const { id, acsId } = await makeRoom();
  const { version } = await formOf(id);
  await cancelRoom(owner, { roomId: id, version, reason: null });
  expect((await world.rooms("GET", `/${acsId}`)).status).toBe(404);
  expect((await world.rooms("GET")).json).toEqual({ value: [] });
});

test("deleted by its program, staff still see it, called off, and whose program it was", async () => {
  const { id, acsId } = await makeRoom();
  await world.rooms("DELETE", `/${acsId}`);
  expect((await getRoom(owner, id)).state).toBe("cancelled");
  const { lines, names } = await readRoomRecord(owner, id, 0);
  expect(lines.map(({ kind }) => kind)).toEqual(["room-created", "room-cancelled"]);
  expect(lines.map(({ actor }) => names.get(actor))).toEqual(["Portal", "Portal"]);
});
