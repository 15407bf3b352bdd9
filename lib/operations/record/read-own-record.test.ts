import { expect, test } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { useDatabase } from "@/lib/testing/database";
import { buildRunningRoom } from "@/lib/testing/moderation-builder";
import { visitorContext } from "@/lib/testing/visitor-builder";
import { readOwnRecord } from "./read-own-record";

useDatabase();

async function withOneLine() {
  const world = await buildRunningRoom();
  const { room, guest } = world;
  const facts = { seatId: guest.id };
  await inTransaction((tx) => appendRecord(tx, room.id, new Date(), "system", "muted", facts));
  return world;
}

test("who does not lead, was removed or has no seat does not read the record", async () => {
  const { room, guest, presenter } = await withOneLine();
  await expect(readOwnRecord(visitorContext(room, guest), 0)).rejects.toMatchObject({
    code: "not-allowed",
  });
  await expect(readOwnRecord(visitorContext(room, null), 0)).rejects.toMatchObject({
    code: "room-not-found",
  });
  await database().seat.update({ where: { id: presenter.id }, data: { removedAt: new Date() } });
  await expect(readOwnRecord(visitorContext(room, presenter), 0)).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("who leads reads it, also when the room is over", async () => {
  const { room, guest, presenter } = await withOneLine();
  await database().room.update({ where: { id: room.id }, data: { endedAt: new Date() } });
  const { lines, names, brokenAt } = await readOwnRecord(visitorContext(room, presenter), 0);
  expect(lines.map(({ kind }) => kind)).toEqual(["muted"]);
  expect(brokenAt).toBeNull();
  expect(names.has(`seat:${guest.id}`)).toBe(true);
  expect((await readOwnRecord(visitorContext(room, presenter), 1)).lines).toEqual([]);
});
