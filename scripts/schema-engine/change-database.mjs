import pg from "pg";

const COMMANDS = {
  "can-connect-to-database": (url) => withClient(url, async () => undefined),
  "create-database": (url) => createDatabase(url),
  "drop-database": (url) =>
    withClient(siblingUrl(url, "postgres"), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${quoted(databaseName(url))} WITH (FORCE)`),
    ),
};

/** Runs one of the CLI's three commands about whole databases. */
export async function changeDatabase(command, url) {
  await COMMANDS[command]?.(url);
}

/** Creates the database that `url` names and returns its name. */
export async function createDatabase(url) {
  const name = databaseName(url);
  await withClient(siblingUrl(url, "postgres"), (client) =>
    client.query(`CREATE DATABASE ${quoted(name)}`),
  );
  return name;
}

/** The same server with another database. */
export function siblingUrl(url, name) {
  const sibling = new URL(url);
  // Parameters such as `schema` are Prisma's own, and PostgreSQL refuses them.
  sibling.search = "";
  sibling.pathname = `/${name}`;
  return sibling.href;
}

/** Prisma's code for why a connection failed. */
export function failureCode(error) {
  if (error.code === "3D000") return "P1003";
  if (error.code === "28P01" || error.code === "28000") return "P1000";
  return "P1001";
}

export function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`;
}

async function withClient(url, work) {
  const client = new pg.Client({ connectionString: siblingUrl(url, databaseName(url)) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}
