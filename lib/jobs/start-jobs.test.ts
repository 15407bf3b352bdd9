import { afterEach, describe, expect, test, vi } from "vitest";
import { database, inTransaction } from "@/lib/data/client";
import { enqueue, enqueueAll, type JobName } from "@/lib/data/job-queue";
import { roomMailer } from "@/lib/mail/room-mailer";
import { buildOrganization, buildRoom, buildSeat } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import { useMailServer } from "@/lib/testing/mail-server";
import { readCalendar } from "@/lib/testing/read-calendar";
import { useWorkerProcesses } from "@/lib/testing/worker-process";
import { JOB_NAMES } from "./job-table";
import { startJobs, type Jobs } from "./start-jobs";

useDatabase();
const server = useMailServer();
const workers = useWorkerProcesses();

const EVENTUALLY = { timeout: 40_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });

let jobs: Jobs | undefined;
const start = async () => {
  jobs = await startJobs({ mailer: roomMailer(server.url()) });
};
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
});

async function buildVisit(guests = 1) {
  const { id: organizationId } = await buildOrganization();
  const room = await buildRoom(organizationId);
  const seats = [];
  for (let count = 0; count < guests; count++) seats.push(await buildSeat(room, "patient"));
  return { room, seatIds: seats.map(({ id }) => id) };
}

const ask = (name: JobName, seatIds: string[]) =>
  inTransaction((tx) =>
    enqueueAll(
      tx,
      name,
      seatIds.map((seatId) => ({ seatId })),
    ),
  );

const jobsOf = (seatId: string) =>
  database().$queryRaw<{ state: string; retryCount: number; output: unknown }[]>`
    SELECT state::text, retry_count AS "retryCount", output FROM rostrum_jobs.job
    WHERE data->>'seatId' = ${seatId} ORDER BY created_on`;

/** As if a minute had passed for what is running, and every wait before a retry were over. */
const letTimePass = () =>
  Promise.all([
    database().$executeRaw`
      UPDATE rostrum_jobs.job SET started_on = started_on - interval '1 minute' WHERE state = 'active'`,
    database().$executeRaw`
      UPDATE rostrum_jobs.job SET start_after = now() - interval '1 second' WHERE state = 'retry'`,
    database().$executeRaw`
      UPDATE seat_mail SET claimed_until = claimed_until - interval '1 minute'`,
  ]);

test("every job has a queue after the migrations, so none waits for a worker's first start", async () => {
  const queues = await database().$queryRaw<{ name: string }[]>`
    SELECT name FROM rostrum_jobs.queue ORDER BY name`;
  expect(queues.map(({ name }) => name)).toEqual([...JOB_NAMES].sort());
});

describe("mail", () => {
  test("that was asked for before any worker ran is sent when one starts", async () => {
    const { seatIds } = await buildVisit(12);
    await ask("send-invitation", seatIds);
    await start();
    await expect.poll(() => server.received.length, EVENTUALLY).toBe(12);
  });

  test("of a change that was rolled back is never sent", async () => {
    await start();
    const { seatIds } = await buildVisit(2);
    const [undone = "", done = ""] = seatIds;
    const change = inTransaction(async (tx) => {
      await enqueue(tx, "send-invitation", { seatId: undone });
      throw new Error("the change failed");
    });
    await expect(change).rejects.toThrow();
    await ask("send-invitation", [done]);
    await expect.poll(async () => (await jobsOf(done))[0]?.state, EVENTUALLY).toBe("completed");
    expect(server.received).toHaveLength(1);
    expect(await jobsOf(undone)).toEqual([]);
  });

  test("that the server doesn't take now is sent when it does", async () => {
    server.state.mood = "busy";
    await start();
    const { seatIds } = await buildVisit();
    await ask("send-invitation", seatIds);
    const job = async () => (await jobsOf(seatIds[0] ?? ""))[0];
    await expect.poll(async () => (await job())?.state, EVENTUALLY).toBe("retry");
    expect((await job())?.output).toEqual({ message: "EENVELOPE 451" });
    server.state.mood = "takes";
    await letTimePass();
    await expect.poll(async () => (await job())?.state, EVENTUALLY).toBe("completed");
    expect(server.received).toHaveLength(1);
  });

  test("that nobody could send stays visible as failed", async () => {
    const { seatIds } = await buildVisit();
    server.state.mood = "busy";
    await ask("send-invitation", seatIds);
    await database().$executeRaw`
      UPDATE rostrum_jobs.job SET retry_limit = 0 WHERE data->>'seatId' = ${seatIds[0]}`;
    await start();
    const job = async () => (await jobsOf(seatIds[0] ?? ""))[0];
    await expect.poll(async () => (await job())?.state, EVENTUALLY).toBe("failed");
    expect(await database().personalLink.count({ where: { seatId: { in: seatIds } } })).toBe(0);
  });
});

describe("a worker that is killed", () => {
  test.each([
    ["before the mail left", "says nothing to the address", 1],
    ["after the mail left, before it could say so", "takes and says nothing", 2],
  ] as const)(
    "%s: another one sends it",
    async (_, mood, copies) => {
      const { seatIds } = await buildVisit();
      const seatId = seatIds[0] ?? "";
      server.state.mood = mood;
      const worker = workers.start({ SMTP_URL: server.url() });
      await ask("send-invitation", seatIds);
      await expect.poll(() => server.state.asked, EVENTUALLY).toBe(1);
      await expect.poll(() => server.received.length, EVENTUALLY).toBe(copies - 1);
      await workers.kill(worker);

      server.state.mood = "takes";
      await start();
      await letTimePass();
      await expect.poll(async () => (await jobsOf(seatId))[0]?.state, EVENTUALLY).toBe("retry");
      await letTimePass();
      await expect.poll(async () => (await jobsOf(seatId))[0]?.state, EVENTUALLY).toBe("completed");

      expect(server.received).toHaveLength(copies);
      const [first, ...again] = server.received.map(({ parsed }) => ({
        id: parsed.messageId,
        text: parsed.text,
        calendar: factsOf(parsed.attachments[0]?.content),
      }));
      again.forEach((copy) => expect(copy).toEqual(first));
      expect(await database().personalLink.count({ where: { seatId } })).toBe(1);
    },
    60_000,
  );
});

function factsOf(content?: Buffer) {
  const { uid, sequence, method, url } = readCalendar(content?.toString("utf8") ?? "");
  return { uid, sequence, method, url };
}
