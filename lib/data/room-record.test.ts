import { expect, test } from "vitest";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { database, inTransaction, pool } from "./client";
import { appendRecord } from "./record";
import { listRecord } from "./room-record";

useDatabase();

async function buildRecordedRoom(lines: number) {
  const room = await buildRoom((await buildOrganization()).id);
  for (let line = 1; line <= lines; line++) {
    const at = new Date(Date.UTC(2027, 2, 9, 14, line, 0, 123));
    await inTransaction((tx) =>
      appendRecord(tx, room.id, at, "system", "admitted", { seatId: `seat ${line} | ü` }),
    );
  }
  return room.id;
}

/** Somebody with all rights on the database, who switches the guard off. */
async function tamper(change: string): Promise<void> {
  await pool().$transaction([
    pool().$executeRawUnsafe("ALTER TABLE room_record DISABLE TRIGGER room_record_keep"),
    pool().$executeRawUnsafe(change),
    pool().$executeRawUnsafe("ALTER TABLE room_record ENABLE TRIGGER room_record_keep"),
  ]);
}

const part = (roomId: string, after: number, count = 2) =>
  listRecord(database(), roomId, { after, count });

test("an untouched record checks out, in one part or in several", async () => {
  const roomId = await buildRecordedRoom(5);
  for (const [after, count] of [
    [0, 5],
    [0, 2],
    [2, 2],
    [4, 2],
    [5, 2],
    [9, 2],
  ] as const) {
    expect(await part(roomId, after, count)).toMatchObject({ brokenAt: null });
  }
});

test("a changed line is found in the part that shows it", async () => {
  const roomId = await buildRecordedRoom(5);
  await tamper(
    `UPDATE room_record SET actor = 'nobody' WHERE room_id = '${roomId}' AND position = 3`,
  );
  expect(await part(roomId, 0)).toMatchObject({ brokenAt: null });
  expect(await part(roomId, 2)).toMatchObject({ brokenAt: 3 });
});

test("a line whose hash was made to fit its change is found by the next one", async () => {
  const roomId = await buildRecordedRoom(5);
  await tamper(
    `UPDATE room_record SET hash = sha256('forged') WHERE room_id = '${roomId}' AND position = 2`,
  );
  expect(await part(roomId, 2)).toMatchObject({ brokenAt: 3 });
});

test("a missing line is found, also where one part ends and the next begins", async () => {
  const roomId = await buildRecordedRoom(5);
  await tamper(`DELETE FROM room_record WHERE room_id = '${roomId}' AND position = 2`);
  expect(await part(roomId, 0)).toMatchObject({ brokenAt: 3 });
  expect(await part(roomId, 1)).toMatchObject({ brokenAt: 3 });
  expect(await part(roomId, 2)).toMatchObject({ brokenAt: 3 });
  expect(await part(roomId, 3)).toMatchObject({ brokenAt: null });
});

test("lines read back part by part in their order", async () => {
  const roomId = await buildRecordedRoom(3);
  const [first, rest] = [await part(roomId, 0), await part(roomId, 2)];
  const positions = [...first.lines, ...rest.lines].map(({ position }) => position);
  expect(positions).toEqual([1, 2, 3]);
  expect([first.hasMore, rest.hasMore]).toEqual([true, false]);
  expect((await part(roomId, 1)).hasMore).toBe(false);
  expect(first.lines[0]).toMatchObject({ kind: "admitted", facts: { seatId: "seat 1 | ü" } });
});
