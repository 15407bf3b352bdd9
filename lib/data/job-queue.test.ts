import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { useDatabase } from "@/lib/testing/database";
import { database, inTransaction } from "./client";
import { enqueue, enqueueAll } from "./job-queue";

useDatabase();

const jobsOf = (seatId: string) =>
  database().$queryRaw<{ name: string; state: string }[]>`
    SELECT name, state::text FROM rostrum_jobs.job WHERE data->>'seatId' = ${seatId}`;

test("a job exists as soon as its change is committed, although no worker ever ran", async () => {
  const seatId = randomUUID();
  await inTransaction((tx) => enqueue(tx, "send-invitation", { seatId }));
  expect(await jobsOf(seatId)).toEqual([{ name: "send-invitation", state: "created" }]);
});

test("a change that is rolled back leaves no job", async () => {
  const seatId = randomUUID();
  const change = inTransaction(async (tx) => {
    await enqueue(tx, "send-cancellation", { seatId });
    throw new Error("the change failed");
  });
  await expect(change).rejects.toThrow("the change failed");
  expect(await jobsOf(seatId)).toEqual([]);
});

test("five hundred jobs are one statement, each for its own seat", async () => {
  const seatIds = Array.from({ length: 500 }, () => randomUUID());
  await inTransaction((tx) =>
    enqueueAll(
      tx,
      "send-room-change",
      seatIds.map((seatId) => ({ seatId })),
    ),
  );
  const [row] = await database().$queryRaw<{ seats: bigint }[]>`
    SELECT count(DISTINCT data->>'seatId') AS seats FROM rostrum_jobs.job
    WHERE name = 'send-room-change'`;
  expect(row?.seats).toBe(500n);
});

test("a job without a queue fails its change instead of vanishing", async () => {
  await database().$executeRaw`
    DELETE FROM rostrum_jobs.queue WHERE name = 'send-removal'`;
  const change = inTransaction((tx) => enqueue(tx, "send-removal", { seatId: randomUUID() }));
  await expect(change).rejects.toThrow("no queue for the job send-removal");
});
