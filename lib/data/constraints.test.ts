import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { buildOrganization, buildPerson, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { database, inTransaction } from "./client";
import { appendRecord } from "./record";

useDatabase();

const AT = new Date("2027-03-09T14:00:00Z");

describe("a room", () => {
  // prettier-ignore
  const IMPOSSIBLE: [what: string, changes: Parameters<typeof buildRoom>[1]][] = [
    ["that closes when it opens", { opensAt: AT, closesAt: AT }],
    ["that closes before it opens", { opensAt: AT, closesAt: new Date(AT.getTime() - 1) }],
    ["of more than 180 days", { opensAt: AT, closesAt: new Date(AT.getTime() + 181 * 86_400_000) }],
    ["in the year 9999", { opensAt: new Date("9999-01-01Z"), closesAt: new Date("9999-01-02Z") }],
    ["with a title of 201 characters", { title: "x".repeat(201) }],
    ["without a title", { title: "" }],
    ["with a negative lead", { leadMinutes: -1 }],
    ["for nobody", { seatLimit: 0 }],
    ["that is live but no webinar", { liveAt: AT }],
  ];

  test.each(IMPOSSIBLE)("%s can't be stored", async (_what, changes) => {
    const { id } = await buildOrganization();
    await expect(buildRoom(id, changes)).rejects.toThrow();
  });

  test("can't be moved into another organization", async () => {
    const [ours, theirs] = [await buildOrganization(), await buildOrganization()];
    const [room, foreign] = [await buildRoom(ours.id), await buildRoom(theirs.id)];
    const move = database().room.update({
      where: { id: room.id },
      data: { movedToId: foreign.id },
    });
    await expect(move).rejects.toThrow();
  });

  test("has one open call at most, also when two are opened at once", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    const open = () => database().call.create({ data: { roomId: room.id, name: randomUUID() } });
    const tries = await Promise.allSettled([open(), open(), open()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("a seat", () => {
  test("is one a person and room", async () => {
    const organization = await buildOrganization();
    const room = await buildRoom(organization.id);
    const { id: personId } = await buildPerson(organization.id);
    await buildSeat(room, "patient", { personId });
    await expect(buildSeat(room, "helper", { personId })).rejects.toThrow();
  });

  test("can't be given to a person of another organization", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    const stranger = await buildPerson((await buildOrganization()).id);
    await expect(buildSeat(room, "patient", { personId: stranger.id })).rejects.toThrow();
  });

  test("can't carry a removal's reason without being removed", async () => {
    const seat = await buildSeat(await buildRoom((await buildOrganization()).id), "patient");
    const change = database().seat.update({
      where: { id: seat.id },
      data: { removedReason: "Wrong person" },
    });
    await expect(change).rejects.toThrow();
  });

  test.each([
    ["without having said so", { excuseReason: "I am ill." }],
    ["while it waits at the door", { excusedAt: AT, waitingSince: AT }],
    ["while it waits in line", { excusedAt: AT, inLineSince: AT, inLineUntil: AT }],
    ["once it was removed", { excusedAt: AT, removedAt: AT }],
    ["for an empty reason", { excusedAt: AT, excuseReason: "" }],
  ])("can't be excused %s", async (_when, data) => {
    const seat = await buildSeat(await buildRoom((await buildOrganization()).id), "patient");
    await expect(database().seat.update({ where: { id: seat.id }, data })).rejects.toThrow();
  });

  test.each([
    ["once it was removed", { inLineSince: AT, inLineUntil: AT, removedAt: AT }],
    ["without having come to it", { inLineUntil: AT }],
    ["for ever", { inLineSince: AT }],
  ])("can't be in line %s", async (_when, data) => {
    const seat = await buildSeat(await buildRoom((await buildOrganization()).id), "patient");
    await expect(database().seat.update({ where: { id: seat.id }, data })).rejects.toThrow();
  });
});

describe("the room record", () => {
  const write = (roomId: string, seatId: string) =>
    inTransaction((tx) => appendRecord(tx, roomId, AT, "system", "admitted", { seatId }));

  test("numbers and chains the lines of many writers without a gap", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    await Promise.all(Array.from({ length: 8 }, (_, index) => write(room.id, `seat-${index}`)));

    const lines = await database().recordEntry.findMany({
      where: { roomId: room.id },
      orderBy: { position: "asc" },
    });
    expect(lines.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(new Set(lines.map(({ hash }) => Buffer.from(hash).toString("hex"))).size).toBe(8);
  });

  test("can't be changed or shortened", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    await write(room.id, "seat");
    const where = { roomId: room.id };
    const change = database().recordEntry.updateMany({ where, data: { actor: "nobody" } });
    await expect(change).rejects.toThrow(/append-only/);
    await expect(database().recordEntry.deleteMany({ where })).rejects.toThrow(/append-only/);
  });

  test("goes together with its room", async () => {
    const room = await buildRoom((await buildOrganization()).id);
    await write(room.id, "seat");
    await database().room.delete({ where: { id: room.id } });
    expect(await database().recordEntry.count({ where: { roomId: room.id } })).toBe(0);
  });
});
