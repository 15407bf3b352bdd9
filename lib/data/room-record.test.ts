import { expect, test } from "vitest";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { database, inTransaction, pool } from "./client";
import { appendRecord } from "./record";
import { checkRecordChain, listRecord } from "./room-record";

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

test("an untouched record checks out", async () => {
  const roomId = await buildRecordedRoom(3);
  expect(await checkRecordChain(database(), roomId)).toMatchObject({ lines: 3, brokenAt: null });
});

test("a changed line is found", async () => {
  const roomId = await buildRecordedRoom(3);
  await tamper(
    `UPDATE room_record SET actor = 'nobody' WHERE room_id = '${roomId}' AND position = 2`,
  );
  expect(await checkRecordChain(database(), roomId)).toMatchObject({ brokenAt: 2 });
});

test("a missing line is found", async () => {
  const roomId = await buildRecordedRoom(3);
  await tamper(`DELETE FROM room_record WHERE room_id = '${roomId}' AND position = 2`);
  expect(await checkRecordChain(database(), roomId)).toMatchObject({ brokenAt: 2 });
});

test("lines read back page by page in their order", async () => {
  const roomId = await buildRecordedRoom(3);
  const [first, second] = await listRecord(database(), roomId, { after: 0, count: 2 });
  const rest = await listRecord(database(), roomId, { after: 2, count: 2 });
  expect([first, second, ...rest].map((line) => line?.position)).toEqual([1, 2, 3]);
  expect(first).toMatchObject({ kind: "admitted", facts: { seatId: "seat 1 | ü" } });
});
