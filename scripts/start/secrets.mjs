import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Problem } from "./problem.mjs";

const NAMES = ["authSecret", "databasePassword", "livekitKey", "livekitSecret"];

const fileIn = (dataDir) => path.join(dataDir, "secrets.json");

/** Whether the embedded parts were ever started with this data folder, which a build makes, too. */
export function hasSecrets(dataDir) {
  return existsSync(fileIn(dataDir));
}

/** The secrets of the embedded parts, made at the first start and kept in the data folder. */
export function keepSecrets(dataDir) {
  const file = fileIn(dataDir);
  if (!hasSecrets(dataDir)) {
    const made = Object.fromEntries(NAMES.map((name) => [name, randomBytes(24).toString("hex")]));
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  }
  const secrets = parse(file);
  if (secrets && NAMES.every((name) => typeof secrets[name] === "string")) return secrets;
  throw new Problem(
    `${file} is damaged: put it back from a copy, or move the folder ${dataDir} away to begin anew.`,
  );
}

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
