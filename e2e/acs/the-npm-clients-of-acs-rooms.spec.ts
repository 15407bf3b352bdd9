import { expect, test } from "@playwright/test";
import type { RoomParticipantPatch } from "@azure/communication-rooms";
import { acsClients } from "../support/acs";

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const MALFORMED = "The request could not be understood by the server due to malformed syntax.";
const INVALID = { code: "BadRequest", message: MALFORMED, statusCode: 400 };

const { rooms, identity } = acsClients();

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of pages) items.push(item);
  return items;
}

async function somebody(role?: RoomParticipantPatch["role"]): Promise<RoomParticipantPatch> {
  const id = await identity.createUser();
  return role ? { id, role } : { id };
}

test.describe("creates a room", () => {
  test("with no attributes", async () => {
    const room = await rooms.createRoom();
    expect(room.id).toMatch(/^99\d{15}$/);
    expect(room.pstnDialOutEnabled).toBe(false);
    expect(room.createdOn.getTime()).toBeGreaterThan(Date.now() - 60_000);
    expect(room.validUntil.getTime() - room.validFrom.getTime()).toBe(180 * DAY_MS);
    expect(await all(rooms.listParticipants(room.id))).toEqual([]);
  });

  test("with participants alone", async () => {
    const presenter = await somebody("Presenter");
    const { id } = await rooms.createRoom({ participants: [presenter] });
    expect(await all(rooms.listParticipants(id))).toMatchObject([
      { role: "Presenter", id: { kind: "communicationUser" } },
    ]);
  });

  test("not with an invalid id of a participant", async () => {
    const participants = [{ id: { communicationUserId: "invalid_mri" } }];
    await expect(rooms.createRoom({ participants })).rejects.toMatchObject({
      ...INVALID,
      message: "Invalid format for communication identifier.",
    });
  });

  test("with a time range, to the millisecond", async () => {
    const [validFrom, validUntil] = [inDays(1), inDays(3)];
    expect(await rooms.createRoom({ validFrom, validUntil })).toMatchObject({
      validFrom,
      validUntil,
    });
  });

  test("with a start or an end alone", async () => {
    const validFrom = inDays(2);
    const validUntil = inDays(2);
    expect(await rooms.createRoom({ validFrom })).toMatchObject({ validFrom });
    expect(await rooms.createRoom({ validUntil })).toMatchObject({ validUntil });
  });

  test("not with an expired end, nor for more than 180 days", async () => {
    const expired = { validFrom: inDays(-2), validUntil: inDays(-1) };
    await expect(rooms.createRoom(expired)).rejects.toMatchObject(INVALID);
    const long = { validFrom: inDays(1), validUntil: inDays(182) };
    await expect(rooms.createRoom(long)).rejects.toMatchObject(INVALID);
  });

  for (const pstnDialOutEnabled of [true, false]) {
    test(`with everything, dial-out ${pstnDialOutEnabled}`, async () => {
      const [validFrom, validUntil] = [inDays(1), inDays(2)];
      const participants = [await somebody("Presenter"), await somebody("Collaborator")];
      const given = { validFrom, validUntil, pstnDialOutEnabled };
      const room = await rooms.createRoom({ ...given, participants });
      expect(room).toMatchObject(given);
      expect(await rooms.getRoom(room.id)).toEqual(room);
      const roster = await all(rooms.listParticipants(room.id));
      expect(roster.map(({ role }) => role)).toEqual(["Presenter", "Collaborator"]);
    });
  }
});

test("gets no invalid room", async () => {
  await expect(rooms.getRoom("invalid_id")).rejects.toMatchObject({
    ...INVALID,
    message: "Invalid room ID.",
  });
});

test.describe("updates a room", () => {
  test("with a time range, and with dial-out, each alone and both", async () => {
    const { id } = await rooms.createRoom();
    const range = { validFrom: inDays(1), validUntil: inDays(2) };
    expect(await rooms.updateRoom(id, range)).toMatchObject({
      ...range,
      pstnDialOutEnabled: false,
    });
    const pstnDialOutEnabled = true;
    expect(await rooms.updateRoom(id, { pstnDialOutEnabled })).toMatchObject({
      ...range,
      pstnDialOutEnabled,
    });
    const later = { validFrom: inDays(3), validUntil: inDays(4), pstnDialOutEnabled: false };
    expect(await rooms.updateRoom(id, later)).toMatchObject(later);
  });

  test("not past 180 days, not into the past, not with an invalid id", async () => {
    const { id } = await rooms.createRoom();
    const long = { validFrom: inDays(1), validUntil: inDays(182) };
    await expect(rooms.updateRoom(id, long)).rejects.toMatchObject(INVALID);
    const expired = { validFrom: inDays(-2), validUntil: inDays(-1) };
    await expect(rooms.updateRoom(id, expired)).rejects.toMatchObject(INVALID);
    await expect(rooms.updateRoom("invalid_id", {})).rejects.toMatchObject({
      message: "Invalid room ID.",
    });
  });

  test("with nothing, and nothing changes", async () => {
    const room = await rooms.createRoom({ pstnDialOutEnabled: true });
    expect(await rooms.updateRoom(room.id, {})).toEqual(room);
  });
});

test("lists rooms over several pages, the newest first, every field present", async () => {
  const made: string[] = [];
  for (let count = 0; count < 35; count += 1) made.unshift((await rooms.createRoom()).id);
  const seen: string[] = [];
  for await (const page of rooms.listRooms().byPage()) {
    for (const room of page) {
      for (const value of Object.values(room)) expect(value).toBeDefined();
      seen.push(room.id);
    }
    if (made.every((id) => seen.includes(id))) break;
  }
  expect(seen.filter((id) => made.includes(id))).toEqual(made);
});

test("deletes a room, and once more", async () => {
  const { id } = await rooms.createRoom();
  await rooms.deleteRoom(id);
  await rooms.deleteRoom(id);
  await expect(rooms.getRoom(id)).rejects.toMatchObject({ statusCode: 404, code: "NotFound" });
});

test.describe("participants", () => {
  test("are added; no role is Attendee, and resets one", async () => {
    const { id } = await rooms.createRoom();
    const [ann, bob] = [await somebody("Presenter"), await somebody()];
    await rooms.addOrUpdateParticipants(id, [ann, bob]);
    expect((await all(rooms.listParticipants(id))).map(({ role }) => role)).toEqual([
      "Presenter",
      "Attendee",
    ]);
    await rooms.addOrUpdateParticipants(id, [{ id: ann.id }, { ...bob, role: "Consumer" }]);
    expect((await all(rooms.listParticipants(id))).map(({ role }) => role)).toEqual([
      "Attendee",
      "Consumer",
    ]);
  });

  test("are removed, also when they were not there", async () => {
    const [ann, bob] = [await somebody(), await somebody()];
    const { id } = await rooms.createRoom({ participants: [ann] });
    await rooms.removeParticipants(id, [bob.id]);
    expect(await all(rooms.listParticipants(id))).toHaveLength(1);
    await rooms.removeParticipants(id, [ann.id, bob.id]);
    expect(await all(rooms.listParticipants(id))).toEqual([]);
  });

  test("go over several pages", async () => {
    const participants = await Promise.all(Array.from({ length: 65 }, () => somebody("Consumer")));
    const { id } = await rooms.createRoom({ participants });
    expect(await all(rooms.listParticipants(id))).toHaveLength(65);
  });
});
