import pg from "pg";
import { Problem } from "../start/problem.mjs";

const NO_SUCH_DATABASE = "3D000";

/**
 * Connects to the database that `url` names.
 *
 * @param isMadeWhenMissing whether to make the database when its server lacks it
 * @throws Problem when that is no address, or the server does not let us in
 */
export async function connect(url, { isMadeWhenMissing = false } = {}) {
  if (!URL.canParse(url)) {
    throw new Problem(
      "DATABASE_URL is no address: it looks like postgresql://user:password@host:5432/rostrum.",
    );
  }
  try {
    return await openOrMake(url, isMadeWhenMissing);
  } catch (error) {
    throw new Problem(
      `The database at ${new URL(url).host} cannot be used (${error.message || error.code}): check DATABASE_URL.`,
    );
  }
}

async function openOrMake(url, isMadeWhenMissing) {
  try {
    return await open(url);
  } catch (error) {
    if (!isMadeWhenMissing || error.code !== NO_SUCH_DATABASE) throw error;
    return createAndConnect(url);
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
