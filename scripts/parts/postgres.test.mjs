import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { chooseFreePorts } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { Processes } from "../start/processes.mjs";
import { query } from "../testing/empty-database.mjs";
import { useFolders } from "../testing/folders.mjs";
import { startPostgres } from "./postgres.mjs";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const makeFolder = useFolders();
const controlOf = (data) => path.join(data, "global/pg_control");

const started = [];
afterEach(async () => {
  for (const processes of started.splice(0)) await processes.stopAll();
});

async function start(dataDir) {
  const processes = new Processes();
  started.push(processes);
  mkdirSync(path.join(dataDir, "logs"), { recursive: true });
  const [port] = (await chooseFreePorts(1)).tcp;
  return startPostgres(processes, { dataDir, port, password: "of-the-test", isCareless: true });
}

let whole;
beforeAll(async () => {
  whole = mkdtempSync(path.join(tmpdir(), "rostrum-test-"));
  chmodSync(whole, 0o755);
  await (await start(whole)).stop();
});
afterAll(() => rmSync(whole, { recursive: true }));

/** A folder with a copy of a whole database, as somebody puts it back. */
function copyOfWhole() {
  const dataDir = makeFolder();
  const data = path.join(dataDir, "postgres");
  cpSync(path.join(whole, "postgres"), data, { recursive: true });
  return { dataDir, data };
}

test.each([
  ["without PG_VERSION", "it is not complete", (data) => rmSync(path.join(data, "PG_VERSION"))],
  ["without its control file", "it is not complete", (data) => rmSync(controlOf(data))],
  ["with a control file cut short", "pg_control", (data) => truncateSync(controlOf(data), 100)],
  ["without its settings", "postgresql.conf", (data) => rmSync(path.join(data, "postgresql.conf"))],
  [
    "of another version",
    "was made by PostgreSQL 16, this is 18: move the folder away to begin with an empty one.",
    (data) => writeFileSync(path.join(data, "PG_VERSION"), "16\n"),
  ],
])("a database %s is named in one sentence", async (_, reason, damage) => {
  const { dataDir, data } = copyOfWhole();
  damage(data);
  const refusal = await start(dataDir).catch((error) => error);
  expect(refusal).toBeInstanceOf(Problem);
  expect(refusal.message).toContain(`The database in ${data}`);
  expect(refusal.message).toContain(reason);
  expect(refusal.message).not.toContain("\n");
});

test("a database that somebody put back from a copy starts", async () => {
  const { dataDir } = copyOfWhole();
  const { url } = await start(dataDir);
  expect(await query(url("postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
});
