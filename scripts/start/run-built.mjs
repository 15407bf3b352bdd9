import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { environmentOfUp } from "./environment-of-up.mjs";
import { describeError, Problem } from "./problem.mjs";
import { PROJECT } from "./settings.mjs";

/**
 * Runs one of the programs that `npm run build` leaves, in this process, in production, on a
 * database that has every migration. What stands in its way is said in one sentence.
 *
 * @param isTool the environment is the server's; without DATABASE_URL it is that of `npm run up`
 */
export async function runBuilt(name, { isTool = false } = {}) {
  try {
    if (isTool && !process.env.DATABASE_URL) Object.assign(process.env, environmentOfUp());
    const { BUILD_DIR = ".next", DATABASE_URL } = process.env;
    const program = path.join(PROJECT, BUILD_DIR, `${name}.mjs`);
    if (!existsSync(program)) {
      throw new Problem(`There is no build in ${BUILD_DIR}: make one with \`npm run build\`.`);
    }
    // Without an address the program itself says so, together with all else that is not set.
    if (DATABASE_URL) await requireMigrated(DATABASE_URL);
    process.chdir(PROJECT);
    process.env.NODE_ENV = "production";
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(program).href);
  } catch (error) {
    console.error(describeError(error));
    process.exit(1);
  }
}

async function requireMigrated(url) {
  // Loaded here, because there may be neither a build nor a package.
  const { listMissingMigrations } = await import("../database/apply-migrations.mjs");
  const missing = await listMissingMigrations(url);
  if (missing.length === 0) return;
  throw new Problem(
    `The database lacks ${missing.join(", ")}: run \`npm run migrate\`, then start again.`,
  );
}
