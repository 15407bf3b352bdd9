import pg from "pg";
import { expect, test } from "vitest";
import { inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { buildOrganization, buildRoom } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { usePrograms } from "../testing/programs.mjs";
import { checkRecords } from "./check-records.mjs";

useDatabase();
const runProgram = usePrograms();

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

test("the command names the room and the line, and ends with 1", async () => {
  const id = await buildRecordedRoom(3);
  const env = { DATABASE_URL: process.env.DATABASE_URL };
  const verify = () => runProgram("scripts/verify-records.mjs", { env, operands: [id] }).ended;
  expect(await verify()).toEqual({
    code: 0,
    output: expect.stringMatching(
      new RegExp(`^${id}  3 lines  whole, last hash [0-9a-f]{64}\\n1 whole, 0 broken\\n$`),
    ),
  });
  await onDatabase(async (client) => {
    await client.query("ALTER TABLE room_record DISABLE TRIGGER room_record_keep");
    await client.query("DELETE FROM room_record WHERE room_id = $1 AND position = 2", [id]);
  });
  expect(await verify()).toEqual({
    code: 1,
    output: `${id}  2 lines  BROKEN at 2\n0 whole, 1 broken\n`,
  });
});

test("without a database the command says what it needs", async () => {
  const { code, output } = await runProgram("scripts/verify-records.mjs").ended;
  expect([code, output]).toEqual([2, "Set DATABASE_URL to the database to check.\n"]);
});
