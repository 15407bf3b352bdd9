import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { query } from "../testing/empty-database.mjs";
import { useFolders } from "../testing/folders.mjs";
import { placeIn } from "../testing/place.mjs";
import { childrenOf, stillAlive, usePrograms } from "../testing/programs.mjs";
import { chooseFreePorts, requireFreePort } from "./ports.mjs";
import { answers, waitUntil } from "./wait-until.mjs";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

const PROGRAM = "scripts/testing/database-and-mail.mjs";

const makeFolder = useFolders();
const runProgram = usePrograms();

const makePlace = () => placeIn(makeFolder());

async function startBoth(place) {
  const program = runProgram(PROGRAM, { env: place });
  const output = await program.says("Both run.");
  const [, databaseUrl] = /Database (\S+)/.exec(output);
  return { ...program, databaseUrl, children: childrenOf(place.DATA_DIR) };
}

async function keepSomething(url) {
  await query(url, "CREATE TABLE kept AS SELECT 42 AS answer");
  // The tests' database does not wait for the disk by itself.
  await query(url, "CHECKPOINT");
}

async function expectKept(url) {
  expect(await query(url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
}

function expectOneSentence({ code, output }, text) {
  expect(code).toBe(1);
  expect(output).toContain(text);
  expect(output.trim().split("\n")).toHaveLength(1);
}

const isPostgres = ({ name }) => name === "PostgreSQL";

test("Ctrl-C and SIGTERM end every part, and the next start goes on with the data", async () => {
  const place = await makePlace();
  const first = await startBoth(place);
  expect(stillAlive(first.children).sort()).toEqual(["PostgreSQL", "maildev"]);
  await keepSomething(first.databaseUrl);
  first.signal("SIGINT");
  expect((await first.ended).code).toBe(0);
  expect(stillAlive(first.children)).toEqual([]);

  const second = await startBoth(place);
  await expectKept(second.databaseUrl);
  second.signal("SIGTERM");
  expect((await second.ended).code).toBe(143);
  expect(stillAlive(second.children)).toEqual([]);
});

test("a start after a kill ends what was left, and goes on with the data", async () => {
  const place = await makePlace();
  const killed = await startBoth(place);
  await keepSomething(killed.databaseUrl);
  killed.signal("SIGKILL");
  await killed.ended;
  expect(stillAlive(killed.children)).toHaveLength(2);
  const next = await startBoth(place);
  expect(stillAlive(killed.children)).toEqual([]);
  await expectKept(next.databaseUrl);
});

test("PostgreSQL that nobody noted is found by its own note and ended", async () => {
  const place = await makePlace();
  const killed = await startBoth(place);
  killed.signal("SIGKILL");
  await killed.ended;
  rmSync(path.join(place.DATA_DIR, "running.json"));
  const [database, smtp, mail] = (await chooseFreePorts(3)).tcp.map(String);
  await startBoth({ ...place, DATABASE_PORT: database, SMTP_PORT: smtp, MAIL_PORT: mail });
  expect(stillAlive(killed.children)).toEqual(["maildev"]);
  process.kill(killed.children.find((child) => !isPostgres(child)).pid, "SIGKILL");
});

test("when PostgreSQL is killed, the rest ends with one sentence, and no data is lost", async () => {
  const place = await makePlace();
  const { children, ended, databaseUrl } = await startBoth(place);
  await keepSomething(databaseUrl);
  process.kill(-children.find(isPostgres).pid, "SIGKILL");
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output).toMatch(/\nPostgreSQL ended unexpectedly: see its log\.\n$/);
  expect(stillAlive(children)).toEqual([]);

  const next = await startBoth(place);
  await expectKept(next.databaseUrl);
});

test("when the mail catcher dies, it is started again", async () => {
  const place = await makePlace();
  const both = await startBoth(place);
  process.kill(both.children.find((child) => !isPostgres(child)).pid, "SIGKILL");
  await both.says("the mail catcher ended unexpectedly; starting it again");
  const isBack = () => answers(`http://127.0.0.1:${place.MAIL_PORT}/api/healthz`);
  expect(await waitUntil(isBack, 30_000)).toBe(true);
});

test("two commands cannot use one data folder, and the second says so", async () => {
  const place = await makePlace();
  const first = await startBoth(place);
  const second = runProgram(PROGRAM, { env: place });
  expectOneSentence(await second.ended, `already runs on ${place.DATA_DIR} (process ${first.pid})`);
  expect(stillAlive(first.children)).toHaveLength(2);
});

test("a start that fails late leaves nothing running", async () => {
  const place = await makePlace();
  const first = await startBoth(place);
  first.signal("SIGINT");
  await first.ended;
  const secretsFile = path.join(place.DATA_DIR, "secrets.json");
  const secrets = JSON.parse(readFileSync(secretsFile, "utf8"));
  writeFileSync(secretsFile, JSON.stringify({ ...secrets, databasePassword: "another" }));

  const failing = runProgram(PROGRAM, { env: place });
  const what = `The database in ${place.DATA_DIR}/postgres does not accept the password`;
  expectOneSentence(await failing.ended, what);
  for (const port of [place.DATABASE_PORT, place.SMTP_PORT, place.MAIL_PORT]) {
    await requireFreePort(Number(port), { variable: "", purpose: "whoever comes next" });
  }
});

test("damaged secrets are named, and not made anew over data that needs them", async () => {
  const place = await makePlace();
  const file = path.join(place.DATA_DIR, "secrets.json");
  writeFileSync(file, '{"authSecret":');
  expectOneSentence(await runProgram(PROGRAM, { env: place }).ended, `${file} is damaged`);
  expect(readFileSync(file, "utf8")).toBe('{"authSecret":');
});
