import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { applyMigrations } from "./database/apply-migrations.mjs";
import { startPostgres } from "./parts/postgres.mjs";
import { chooseFreePorts } from "./start/ports.mjs";
import { Processes } from "./start/processes.mjs";
import { answers, waitUntil } from "./start/wait-until.mjs";
import { useFolders } from "./testing/folders.mjs";
import { productionOn } from "./testing/production.mjs";
import { usePrograms } from "./testing/programs.mjs";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const makeFolder = useFolders();
const runProgram = usePrograms();
const processes = new Processes();
afterEach(() => processes.stopAll());

test("while the database is away pages say so with 503, and are back when it is", async () => {
  const dataDir = makeFolder();
  mkdirSync(path.join(dataDir, "logs"));
  const [port] = (await chooseFreePorts(1)).tcp;
  const startDatabase = () =>
    startPostgres(processes, { dataDir, port, password: "of-the-test", isCareless: true });
  const database = await startDatabase();
  const env = await productionOn(database.url("rostrum"));
  await applyMigrations(env.DATABASE_URL);
  runProgram("scripts/start.mjs", { env });
  const address = `http://127.0.0.1:${env.PORT}`;
  expect(await waitUntil(() => answers(`${address}/sign-in`), 60_000)).toBe(true);

  const room = randomUUID();
  const ask = async (target, headers = {}, method = "GET") => {
    const answer = await fetch(address + target, { method, headers, redirect: "manual" });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const pages = ["/", "/sign-in", "/rooms", `/rooms/${room}`, `/room/${room}`, "/join/unknown"];
  const read = { accept: "text/html" };
  const before = await Promise.all(pages.map((page) => ask(page, read)));
  expect(before.map(({ status }) => status)).toEqual([200, 200, 307, 307, 404, 404]);

  await database.stop();
  for (const page of pages) {
    const { status, headers, text } = await ask(page, read);
    expect([page, status]).toEqual([page, 503]);
    expect(text).toContain("Our records don&#39;t answer.");
    expect(headers.get("retry-after")).toBe("5");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  }
  const form = await ask("/sign-in", { ...read, origin: env.PUBLIC_URL }, "POST");
  expect(form.status).toBe(503);
  const program = await ask(`/room/${room}/state`, { accept: "application/json" });
  expect(program.status).toBe(503);
  expect(program.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  expect(JSON.parse(program.text)).toMatchObject({ code: "database-unreachable" });
  expect((await ask("/healthz")).status).toBe(200);
  expect((await ask("/readyz")).status).toBe(503);

  await startDatabase();
  const isBack = async () => (await ask("/sign-in", read)).status === 200;
  expect(await waitUntil(isBack, 30_000)).toBe(true);
  const after = await Promise.all(pages.map((page) => ask(page, read)));
  expect(after.map(({ status }) => status)).toEqual(before.map(({ status }) => status));
});
