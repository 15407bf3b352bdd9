import { createHash, randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Problem } from "../start/problem.mjs";
import { PROJECT } from "../start/settings.mjs";
import { connect } from "./connect.mjs";

const MIGRATIONS = path.join(PROJECT, "prisma/migrations");

/** The lock that `prisma migrate` takes too, so that the two never work at once. */
const MIGRATION_LOCK = 72707369;

// As Prisma writes it, so that its own commands go on with what stands here.
const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Applies the migrations that the database lacks, each in a transaction of its own.
 *
 * @returns the names of those that were applied now
 * @throws Problem when the history has a failed or a changed migration, or one fails now
 */
export async function applyMigrations(url, folder = MIGRATIONS) {
  const client = await connect(url, { isMadeWhenMissing: true });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query(HISTORY_TABLE);
    const missing = missingMigrations(readMigrations(folder), await readHistory(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * The names of the migrations that the database lacks; it is only looked at.
 *
 * @throws Problem when it cannot be reached, or its history has a failed or a changed migration
 */
export async function listMissingMigrations(url, folder = MIGRATIONS) {
  const client = await connect(url);
  try {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS history");
    const history = rows[0].history ? await readHistory(client) : new Map();
    return missingMigrations(readMigrations(folder), history).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const script = readFileSync(path.join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

async function readHistory(client) {
  const { rows } = await client.query(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  return new Map(rows.map((row) => [row.migration_name, row]));
}

function missingMigrations(migrations, history) {
  return migrations.filter(({ name, checksum }) => {
    const row = history.get(name);
    if (!row) return true;
    if (!row.finished_at) {
      throw new Problem(
        `The migration ${name} failed earlier: repair the database, then run \`npx prisma migrate resolve\` for it.`,
      );
    }
    if (row.checksum !== checksum) {
      throw new Problem(
        `The migration ${name} was changed after this database had applied it: put the file back as it was.`,
      );
    }
    return false;
  });
}

async function apply(client, { name, script, checksum }) {
  try {
    await client.query("BEGIN");
    await client.query(script);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    if (!(error instanceof pg.DatabaseError)) throw error;
    throw new Problem(`The migration ${name} failed and changed nothing: ${error.message}.`);
  }
}
