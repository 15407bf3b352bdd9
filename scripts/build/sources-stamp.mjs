import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PROJECT } from "../start/settings.mjs";

const TEST_FILE = /\.test\.[a-z]+$/;

/** One value for what all files below `sources` hold; tests do not count. */
export function stampOf(sources) {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesBelow)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(PROJECT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** Whether `stampFile` says that `stamp` was made already. */
export function isMade(stampFile, stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
}

export function noteMade(stampFile, stamp) {
  writeFileSync(stampFile, stamp);
}

function filesBelow(source) {
  const state = statSync(path.join(PROJECT, source), { throwIfNoEntry: false });
  if (!state) return [];
  if (!state.isDirectory()) return TEST_FILE.test(source) ? [] : [source];
  const names = readdirSync(path.join(PROJECT, source)).sort();
  return names.flatMap((name) => filesBelow(path.join(source, name)));
}
