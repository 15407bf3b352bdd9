import pg from "pg";
import { expect, test } from "vitest";
import { inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { checkRecords } from "./check-records.mjs";

useDatabase();

async function buildRecordedRoom(lines) {
  const { id } = await buildRoom((await buildOrganization()).id);
  for (let line = 1; line <= lines; line++) {
    const facts = { seatId: `seat ${line} | ü` };
    await inTransaction((tx) => appendRecord(tx, id, new Date(), "system", "admitted", facts));
  }
  return id;
}

async function onDatabase(work) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("finds the record that somebody with all rights changed, and only that", async () => {
  const [whole, changed, cut] = [
    await buildRecordedRoom(3),
    await buildRecordedRoom(3),
    await buildRecordedRoom(3),
  ];
  const rooms = await onDatabase(async (client) => {
    await client.query("ALTER TABLE room_record DISABLE TRIGGER room_record_keep");
    await client.query("UPDATE room_record SET facts = '{}' WHERE room_id = $1 AND position = 2", [
      changed,
    ]);
    await client.query("DELETE FROM room_record WHERE room_id = $1 AND position = 1", [cut]);
    return checkRecords(client);
  });
  const broken = new Map(rooms.map(({ roomId, brokenAt }) => [roomId, brokenAt]));
  expect([whole, changed, cut].map((id) => broken.get(id))).toEqual([null, 2, 1]);
});

test("checks one room when one is named", async () => {
  const id = await buildRecordedRoom(2);
  const rooms = await onDatabase((client) => checkRecords(client, id));
  expect(rooms).toEqual([
    { roomId: id, lines: 2, brokenAt: null, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
  ]);
});
