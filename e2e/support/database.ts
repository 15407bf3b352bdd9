import pg from "pg";
import { environment } from "./environment";

let pool: pg.Pool | undefined;

function connections(): pg.Pool {
  if (!pool) {
    pool = new pg.Pool({ connectionString: environment.databaseUrl, max: 4 });
    // An idle connection that is cut is replaced by the next statement.
    pool.on("error", () => undefined);
  }
  return pool;
}

/** Runs one statement on the product's database and returns its rows. */
export async function sql<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await connections().query<Row>(text, values)).rows;
}

/** The only row of a statement that has exactly one. */
export async function sqlRow<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row> {
  const [row, ...others] = await sql<Row>(text, values);
  if (!row || others.length > 0) throw new Error("The statement did not give exactly one row.");
  return row;
}

/** Says to every page of a room that something changed, as the product does after a change. */
export async function announce(roomId: string): Promise<void> {
  await sql("SELECT pg_notify('room_changed', $1)", [roomId]);
}
