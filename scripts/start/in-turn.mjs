import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { processIdentity } from "./process-identity.mjs";
import { PROJECT } from "./settings.mjs";

const FOLDER = path.join(PROJECT, ".data");
const LOOK_MS = 200;

/**
 * Runs `work` while no other command of this project does the same work: two that are started at
 * once must not both write what they share. What a killed command held is free.
 *
 * @param name of the work; also told when it is being waited for
 */
export async function inTurn(name, say, work, folder = FOLDER) {
  // PostgreSQL may run as another user, who has to pass through.
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const file = path.join(folder, `${name.replaceAll(" ", "-")}.turn`);
  if (!take(file)) {
    say(`Waiting for another command (${name})`);
    while (!take(file)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  // Written whole and then linked, which only one can do.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) }));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (isLeftOver(file)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function isLeftOver(file) {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, "utf8"));
    return processIdentity(pid) !== identity;
  } catch {
    // Given back a moment ago.
    return false;
  }
}
