import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { quoted, siblingUrl } from "./change-database.mjs";

const CHAR_TYPE = 18;
const VARCHAR_TYPE = 1043;

/**
 * The stock adapter with three repairs that migrations need: the catalogue's "char" columns are read,
 * a script runs whole instead of being split at each `;`, and the shadow database really is another
 * database (given a connection string, the stock adapter would connect to the main one).
 */
export class MigrationAdapter {
  provider = "postgres";
  adapterName = "@prisma/adapter-pg";

  constructor({ url, shadowDatabaseUrl }) {
    this.url = url;
    this.shadowDatabaseUrl = shadowDatabaseUrl;
  }

  connect() {
    return connectTo(this.url);
  }

  async connectToShadowDb() {
    if (this.shadowDatabaseUrl) return connectTo(this.shadowDatabaseUrl);
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    const server = new pg.Client({ connectionString: siblingUrl(this.url, "postgres") });
    await server.connect();
    await server.query(`CREATE DATABASE ${quoted(name)}`);
    const adapter = await connectTo(siblingUrl(this.url, name));
    adapter.dispose = async () => {
      await adapter.client.end();
      await server.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`);
      await server.end();
    };
    return adapter;
  }
}

async function connectTo(url) {
  // One session only, so that the migration's advisory lock holds.
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  return repair(await new PrismaPg(pool, { disposeExternalPool: true }).connect());
}

function repair(adapter) {
  readCharColumns(adapter);
  adapter.executeScript = async function executeWhole(script) {
    try {
      await this.client.query(script);
    } catch (error) {
      this.onError(error);
    }
  };
  const { startTransaction } = adapter;
  adapter.startTransaction = async function startRepaired(isolation) {
    return readCharColumns(await startTransaction.call(this, isolation));
  };
  return adapter;
}

function readCharColumns(queryable) {
  const { performIO, queryRaw } = queryable;
  let charColumns = [];
  queryable.performIO = async function performAsText(query) {
    const result = await performIO.call(this, query);
    const fields = result.fields ?? [];
    charColumns = fields.flatMap((field, at) => (field.dataTypeID === CHAR_TYPE ? [at] : []));
    for (const at of charColumns) fields[at].dataTypeID = VARCHAR_TYPE;
    return result;
  };
  queryable.queryRaw = async function queryWithChars(query) {
    const result = await queryRaw.call(this, query);
    for (const at of charColumns) result.columnTypes[at] = ColumnTypeEnum.Character;
    return result;
  };
  return queryable;
}
