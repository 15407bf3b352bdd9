import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { requireFreePort } from "../start/ports.mjs";
import { Problem } from "../start/problem.mjs";
import { PORTS } from "../start/settings.mjs";
import { waitUntil } from "../start/wait-until.mjs";
import { brokenData, prepareData } from "./postgres-data.mjs";
import { preparePostgres } from "./postgres-program.mjs";

const START_LIMIT_MS = 60_000;
/** For data that nobody will miss: tests. */
const CARELESS = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/**
 * Starts the built-in PostgreSQL on loopback, with its data in `<dataDir>/postgres`.
 *
 * @returns the running process, with `url(databaseName)`
 */
export async function startPostgres(processes, { dataDir, port, password, isCareless = false }) {
  const prepared = preparePostgres(path.join(dataDir, "postgres"));
  await prepareData(processes, prepared, password, isCareless);
  await requireFreePort(port, PORTS.database);

  const log = path.join(dataDir, "logs/postgres.log");
  const logStart = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    ...(isCareless ? CARELESS : []),
  ];
  const server = processes.start(
    "PostgreSQL",
    prepared.postgres,
    ["-D", prepared.dataDir, "-p", String(port), ...settings.flatMap((line) => ["-c", line])],
    // SIGINT ends its sessions at once, SIGTERM would wait for them.
    {
      ...prepared.user,
      cwd: "/",
      log,
      signals: ["SIGINT", "SIGQUIT"],
      env: { ...process.env, LC_ALL: "C" },
    },
  );
  const url = (name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
  await waitForAnswer(server, url("postgres"), prepared.dataDir, log, logStart);
  return { ...server, url };
}

async function waitForAnswer(server, url, dataDir, log, logStart) {
  let outcome = "starting";
  server.ended.then(() => (outcome = "ended"));
  const isDecided = async () => {
    if (outcome === "starting") outcome = await tryConnection(url);
    return outcome !== "starting";
  };
  await waitUntil(isDecided, START_LIMIT_MS);
  if (outcome === "ready") return;
  if (outcome === "wrong-password") {
    throw new Problem(
      `The database in ${dataDir} does not accept the password in secrets.json: put that file back from a copy, or move both away to begin anew.`,
    );
  }
  const lines = readFileSync(log, "utf8").slice(logStart).split("\n");
  const reason = lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-2) ?? "no answer";
  throw brokenData(dataDir, reason.replace(/^.*?(FATAL|PANIC):\s*/, ""));
}

async function tryConnection(url) {
  // Loaded here, because the packages may not be there yet when this file is.
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.end();
    return "ready";
  } catch (error) {
    return error.code === "28P01" ? "wrong-password" : "starting";
  }
}
