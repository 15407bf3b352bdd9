import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";
import { processIdentity } from "./process-identity.mjs";
import { endLeftover } from "./processes.mjs";

/**
 * Claims the data folder for this process and ends what a killed run left behind.
 *
 * @returns `update(children)` to note what runs, and `close()` for the end
 * @throws Problem when another command uses the folder
 */
export async function claimDataFolder(dataDir) {
  makeFolder(dataDir);
  const file = path.join(dataDir, "running.json");
  const earlier = read(file);
  if (earlier && processIdentity(earlier.pid) === earlier.identity && earlier.pid !== process.pid) {
    throw new Problem(
      `Rostrum already runs on ${dataDir} (process ${earlier.pid}): stop it with Ctrl-C where it was started, or set DATA_DIR and PORT_BASE to run a second one.`,
    );
  }
  for (const child of (earlier?.children ?? []).reverse()) await endLeftover(child);
  const self = { pid: process.pid, identity: processIdentity(process.pid) };
  const update = (children) => write(file, { ...self, children });
  update([]);
  return { update, close: () => rmSync(file, { force: true }) };
}

function makeFolder(folder) {
  try {
    // PostgreSQL may run as another user, who has to pass through.
    mkdirSync(folder, { recursive: true, mode: 0o755 });
  } catch (error) {
    const isInTheWay = error.code === "EEXIST" || error.code === "ENOTDIR";
    throw new Problem(
      isInTheWay
        ? `The data folder ${folder} cannot be made, because there is a file: move it away, or set DATA_DIR to another folder.`
        : `The data folder ${folder} cannot be made (${error.code}): give this user the right to write there, or set DATA_DIR to another folder.`,
    );
  }
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function write(file, record) {
  writeFileSync(`${file}.new`, JSON.stringify(record));
  renameSync(`${file}.new`, file);
}
