import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildOrganization, buildPerson, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { insertAcsResource, listAcsResources, replaceAcsKey } from "./acs-resources";
import { database } from "./client";

useDatabase();

const rawId = (prefix = "8:acs:") => `${prefix}${randomUUID()}_${randomUUID()}`;

async function buildResource() {
  const organization = await buildOrganization();
  return insertAcsResource(database(), organization.id, "Portal");
}

describe("a room's id in the API of ACS", () => {
  test("is given to every room: 17 digits that begin with 99, none twice", async () => {
    const { id } = await buildOrganization();
    const rooms = await Promise.all(Array.from({ length: 20 }, () => buildRoom(id)));
    for (const { acsId } of rooms) expect(acsId).toMatch(/^99\d{15}$/);
    expect(new Set(rooms.map(({ acsId }) => acsId)).size).toBe(20);
  });

  test.each(["123", "99abcdefghijklmno", "99123456789012345678", ""])(
    "can't be %j",
    async (acsId) => {
      const room = await buildRoom((await buildOrganization()).id);
      const where = { id: room.id };
      await expect(database().room.update({ where, data: { acsId } })).rejects.toThrow();
    },
  );

  test("can't be another room's", async () => {
    const { id } = await buildOrganization();
    const [room, other] = [await buildRoom(id), await buildRoom(id)];
    const data = { acsId: other.acsId };
    await expect(database().room.update({ where: { id: room.id }, data })).rejects.toThrow();
  });
});

describe("an ACS resource", () => {
  test("has keys that can't be read in the database", async () => {
    const { id, keys } = await buildResource();
    const row = await database().acsResource.findUniqueOrThrow({ where: { id } });
    expect(Buffer.from(row.primaryKey).includes(keys.primary)).toBe(false);
    expect((await listAcsResources()).find((each) => each.id === id)?.keys).toEqual(keys);
  });

  test("has a key replaced by its own organization only, one at a time", async () => {
    const { id, organizationId, keys } = await buildResource();
    const stranger = await buildOrganization();
    expect(await replaceAcsKey(database(), stranger.id, id, "primary")).toBe(false);
    expect(await replaceAcsKey(database(), organizationId, id, "primary")).toBe(true);
    const [after] = await listAcsResources(organizationId);
    expect(after?.keys.primary).not.toEqual(keys.primary);
    expect(after?.keys.secondary).toEqual(keys.secondary);
  });

  test("can't have a key that was not sealed", async () => {
    const { id } = await buildResource();
    const data = { primaryKey: new Uint8Array(29) };
    await expect(database().acsResource.update({ where: { id }, data })).rejects.toThrow();
  });
});

describe("an ACS user", () => {
  const insert = async (changes: object) => {
    const { id: resourceId, organizationId } = await buildResource();
    const base = { organizationId, resourceId, rawId: rawId(), origin: "identity" as const };
    return database().acsUser.create({ data: { ...base, ...changes } });
  };

  test.each([
    `8:orgid:${randomUUID()}`,
    `8:acs:${randomUUID()}`,
    `8:acs:${randomUUID()}_${randomUUID()}_${randomUUID()}`,
    "4:+4930123456",
    "mine",
  ])("can't be called %s", async (id) => {
    await expect(insert({ rawId: id })).rejects.toThrow();
    expect((await insert({ rawId: rawId("8:gcch-acs:") })).personId).toBeNull();
  });

  test("of a roster is somebody, of the same organization", async () => {
    await expect(insert({ origin: "roster" })).rejects.toThrow();
    const stranger = await buildPerson((await buildOrganization()).id);
    await expect(insert({ origin: "roster", personId: stranger.id })).rejects.toThrow();
  });

  test("can't belong to another organization's resource", async () => {
    await expect(insert({ resourceId: (await buildResource()).id })).rejects.toThrow();
  });
});

describe("what the wire knows of a room", () => {
  const insert = async (validFrom: string | null, validUntil: string | null) => {
    const room = await buildRoom((await buildOrganization()).id);
    return database().acsRoom.create({ data: { roomId: room.id, validFrom, validUntil } });
  };
  const AT = "2027-03-09T14:00:00";

  test.each([
    [AT, null],
    [AT, `${AT}Z`],
    [`${AT}.12345678`, AT],
    ["yesterday", AT],
  ])("has no window from %s until %s", async (from, until) => {
    await expect(insert(from, until)).rejects.toThrow();
  });

  test("has both texts or none", async () => {
    expect((await insert(null, null)).validFrom).toBeNull();
    expect((await insert(AT, `${AT}.1234567`)).validUntil).toBe(`${AT}.1234567`);
  });
});
