import pg from "pg";
import { Problem } from "../start/problem.mjs";

const NO_SUCH_DATABASE = "3D000";

/**
 * Connects to the database that `url` names and makes it when the server lacks it.
 *
 * @throws Problem when the server does not let us in
 */
export async function connect(url) {
  try {
    return await open(url);
  } catch (error) {
    if (error.code === NO_SUCH_DATABASE) return createAndConnect(url);
    throw new Problem(
      `The database at ${new URL(url).host} cannot be used (${error.message || error.code}): check DATABASE_URL.`,
    );
  }
}

async function createAndConnect(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  const serverUrl = new URL(url);
  serverUrl.pathname = "/postgres";
  const server = await open(serverUrl.href);
  try {
    await server.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await server.end();
  }
  return open(url);
}

async function open(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}
