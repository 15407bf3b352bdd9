import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Problem } from "../start/problem.mjs";
import { commandLineOf, processIdentity } from "../start/process-identity.mjs";
import { endLeftover } from "../start/processes.mjs";

const MAJOR_VERSION = "18";

/**
 * Makes the data folder at the first start, and frees an old one from a server that was left over.
 *
 * @param isCareless whether a new one need not survive a power cut
 * @throws Problem when the folder holds something else than a whole database
 */
export async function prepareData(processes, { initdb, user, dataDir }, password, isCareless) {
  if (isEmpty(dataDir)) {
    await initialise(processes, { initdb, user, dataDir }, password, isCareless);
    return;
  }
  requireWhole(dataDir);
  await endLeftoverServer(dataDir);
  if (user.uid) giveTo(user, dataDir);
}

/** A folder that root has put back from a copy is root's; PostgreSQL's user must own all of it. */
function giveTo({ uid, gid }, dataDir) {
  if (statSync(dataDir).uid === uid) return;
  execFileSync("chown", ["-R", `${uid}:${gid}`, dataDir]);
  chmodSync(dataDir, 0o700);
}

function isEmpty(folder) {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

async function initialise(processes, { initdb, user, dataDir }, password, isCareless) {
  // Made beside its place and then moved, so that a start that is cut short leaves nothing half.
  const unfinished = `${dataDir}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid);
  try {
    const args = ["--pgdata", unfinished, "--username=postgres", `--pwfile=${passwordFile}`];
    if (isCareless) args.push("--no-sync");
    const { code, output } = await processes.run(
      "initdb",
      initdb,
      [...args, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"],
      { ...user, cwd: "/", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } },
    );
    if (code !== 0) throw new Problem(`The database could not be made: ${lastLine(output)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(unfinished, dataDir);
}

function requireWhole(dataDir) {
  const versionFile = path.join(dataDir, "PG_VERSION");
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : "";
  const isWhole = existsSync(path.join(dataDir, "global/pg_control"));
  if (version && version !== MAJOR_VERSION) {
    throw new Problem(
      `The database in ${dataDir} was made by PostgreSQL ${version}, this is ${MAJOR_VERSION}: move the folder away to begin with an empty one.`,
    );
  }
  if (!version || !isWhole) throw brokenData(dataDir, "it is not complete");
}

/** @returns the one sentence for a folder that PostgreSQL cannot start from */
export function brokenData(dataDir, why) {
  return new Problem(
    `The database in ${dataDir} is damaged (${why}): put the folder back from a copy, or move it away to begin with an empty one.`,
  );
}

/** After a kill that we could not answer, the server lives on, or its note of itself lies there. */
async function endLeftoverServer(dataDir) {
  const noteFile = path.join(dataDir, "postmaster.pid");
  if (!existsSync(noteFile)) return;
  const pid = Number(readFileSync(noteFile, "utf8").split("\n")[0]);
  const identity = pid > 1 ? processIdentity(pid) : undefined;
  if (identity && commandLineOf(pid).includes(dataDir)) {
    await endLeftover({ pid, identity, signals: ["SIGINT", "SIGQUIT"] });
  }
  rmSync(noteFile, { force: true });
}

function lastLine(text) {
  return text.trim().split("\n").at(-1) ?? "no reason given";
}
