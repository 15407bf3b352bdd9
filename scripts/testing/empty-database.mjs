import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";

/** Gives the test file a database of its own without a single table. @returns its URL */
export function useEmptyDatabase() {
  const { TEST_DATABASE_URL: serverUrl, DATABASE_URL: url } = process.env;
  if (!serverUrl) {
    throw new Error("TEST_DATABASE_URL is not set. Run the tests with `npm test -- unit`.");
  }
  const name = path.basename(new URL(url).pathname);
  beforeAll(() => query(serverUrl, `CREATE DATABASE ${name}`));
  afterAll(() => query(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`));
  return url;
}

/** Runs one statement on a connection of its own and returns its rows. */
export async function query(url, text) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
