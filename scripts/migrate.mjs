// `npm run migrate`: brings the database of DATABASE_URL up to date, without Prisma's command line.
import "./start/require-node.mjs";
import { applyMigrations } from "./database/apply-migrations.mjs";
import { describeError, Problem } from "./start/problem.mjs";

const url = process.env.DATABASE_URL;

try {
  if (!url) throw new Problem("Set DATABASE_URL to the database to bring up to date.");
  const applied = await applyMigrations(url);
  for (const name of applied) console.log(`Applied ${name}`);
  if (applied.length === 0) console.log("The database is up to date.");
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
