import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test, vi } from "vitest";
import { PROJECT } from "../start/settings.mjs";
import { useEmptyDatabase } from "../testing/empty-database.mjs";
import { applyMigrations, listMissingMigrations } from "./apply-migrations.mjs";

vi.setConfig({ testTimeout: 60_000 });

const url = useEmptyDatabase();
const run = promisify(execFile);

/** Runs Prisma's own command on the test's database. @throws when it ends with anything but 0 */
async function prisma(...args) {
  const program = path.join(PROJECT, "node_modules/prisma/build/index.js");
  const env = { ...process.env, DATABASE_URL: url };
  return (await run(process.execPath, [program, ...args], { cwd: PROJECT, env })).stdout;
}

test("our runner applies each migration once, makes the schema, and Prisma agrees", async () => {
  const applied = await applyMigrations(url);
  expect(applied.length).toBeGreaterThan(0);
  expect(await listMissingMigrations(url)).toEqual([]);
  expect(await applyMigrations(url)).toEqual([]);

  expect(await prisma("migrate", "status")).toContain("Database schema is up to date!");
  const between = ["--from-config-datasource", "--to-schema", "prisma/schema.prisma"];
  // Ends with 2 when the schema says anything else than what the migrations made.
  expect(await prisma("migrate", "diff", "--exit-code", ...between)).toContain("No difference");
});
