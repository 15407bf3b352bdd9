// Brings the database of DATABASE_URL up to date, without Prisma's command line: for production.
import { applyMigrations } from "./database/apply-migrations.mjs";
import { describeError } from "./start/problem.mjs";

const url = process.env.DATABASE_URL;

try {
  if (!url) throw new Error("DATABASE_URL is not set.");
  const applied = await applyMigrations(url);
  for (const name of applied) console.log(`Applied ${name}`);
  if (applied.length === 0) console.log("The database is up to date.");
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
