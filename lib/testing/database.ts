import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { pool } from "@/lib/data/client";
import { env } from "@/lib/env";

const MIGRATIONS = path.resolve(import.meta.dirname, "../../prisma/migrations");

/**
 * Gives the test file a database of its own, migrated and empty, on the server that
 * TEST_DATABASE_URL names. Call it at the top of the file; `database()` then reaches it.
 */
export function useDatabase(): void {
  const name = path.basename(new URL(env().DATABASE_URL).pathname);

  beforeAll(async () => {
    await onServer(async (server) => {
      const template = await migratedTemplate(server);
      await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    });
  });

  afterAll(async () => {
    await pool().$disconnect();
    await onServer((server) => server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  });
}

/** A database besides, for what takes two installations: its address, once the tests run. */
export function useSecondDatabase(): { url: () => string } {
  const name = `rostrum_test_${randomBytes(6).toString("hex")}`;
  beforeAll(() =>
    onServer(async (server) => {
      await server.query(`CREATE DATABASE ${name} TEMPLATE ${await migratedTemplate(server)}`);
    }),
  );
  afterAll(() => onServer((server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`)));
  return { url: () => serverUrl(name) };
}

function serverUrl(databaseName?: string): string {
  const given = process.env.TEST_DATABASE_URL;
  if (!given)
    throw new Error("TEST_DATABASE_URL is not set. Run the tests with `npm test -- unit`.");
  const url = new URL(given);
  if (databaseName) url.pathname = `/${databaseName}`;
  return url.href;
}

async function onServer(work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl() });
  await server.connect();
  try {
    // Test files run side by side: one at a time makes the template and copies it.
    await server.query("SELECT pg_advisory_lock(72707370)");
    await work(server);
  } finally {
    await server.end();
  }
}

/** The name of a database that has today's migrations, made when there is none yet. */
async function migratedTemplate(server: pg.Client): Promise<string> {
  const scripts = migrationScripts();
  const digest = createHash("sha256").update(scripts.join("\n")).digest("hex").slice(0, 12);
  const template = `rostrum_template_${digest}`;
  const found = await server.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
  if (found.rowCount) return template;

  const unfinished = `${template}_unfinished`;
  await server.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${unfinished}`);
  const client = new pg.Client({ connectionString: serverUrl(unfinished) });
  await client.connect();
  for (const script of scripts) await client.query(script);
  await client.end();
  await server.query(`ALTER DATABASE ${unfinished} RENAME TO ${template}`);
  return template;
}

function migrationScripts(): string[] {
  return readdirSync(MIGRATIONS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((folder) => readFileSync(path.join(MIGRATIONS, folder, "migration.sql"), "utf8"));
}
