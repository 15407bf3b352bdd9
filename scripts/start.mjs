// `npm start`: the product as `npm run build` left it, in production, with the parts that the
// environment names (lib/env.ts). It stays one process, so that signals reach it.
import "./start/require-node.mjs";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describeError, Problem } from "./start/problem.mjs";
import { PROJECT } from "./start/settings.mjs";

const { BUILD_DIR = ".next", DATABASE_URL } = process.env;
const server = path.join(PROJECT, BUILD_DIR, "server.mjs");

try {
  if (!existsSync(server)) {
    throw new Problem(`There is no build in ${BUILD_DIR}: make one with \`npm run build\`.`);
  }
  // Without an address the server itself says so, together with all else that is not set.
  if (DATABASE_URL) await requireMigrated(DATABASE_URL);
  process.chdir(PROJECT);
  process.env.NODE_ENV = "production";
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(server).href);
} catch (error) {
  console.error(describeError(error));
  process.exit(1);
}

async function requireMigrated(url) {
  const { listMissingMigrations } = await import("./database/apply-migrations.mjs");
  const missing = await listMissingMigrations(url);
  if (missing.length === 0) return;
  throw new Problem(
    `The database lacks ${missing.join(", ")}: run \`npm run migrate\`, then start again.`,
  );
}
