import { existsSync } from "node:fs";
import path from "node:path";
import { inTurn } from "../start/in-turn.mjs";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";
import { isMade, noteMade, stampOf } from "./sources-stamp.mjs";

const CLIENT = path.join(PROJECT, "lib/data/generated");

/** Generates the database client, when the schema is another one than last time. */
export function generateClient(processes, say) {
  return inTurn("generating the database client", say, () => generateMissing(processes, say));
}

async function generateMissing(processes, say) {
  const stampFile = path.join(CLIENT, "schema.sha256");
  const stamp = stampOf(["prisma/schema.prisma", "package-lock.json"]);
  if (existsSync(path.join(CLIENT, "client.ts")) && isMade(stampFile, stamp)) return;

  say("Generating the database client");
  const prisma = path.join(PROJECT, "node_modules/prisma/build/index.js");
  const options = { cwd: PROJECT };
  const args = [prisma, "generate"];
  const { code, output } = await processes.run("prisma", process.execPath, args, options);
  if (code !== 0)
    throw new Problem(`The database client could not be generated:\n${output.trim()}`);
  noteMade(stampFile, stamp);
}
