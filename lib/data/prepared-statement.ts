import "server-only";
import { connections, pool, preparedNames, type Database } from "./client";
import type { Prisma } from "./generated/client";

/**
 * Runs a statement whose text never varies, parsed and planned once a connection and kept there
 * under `name`. Outside of transactions it goes to the driver itself, since a crowd that joins pays for
 * what the client does around each statement (`lib/decisions/008`). The types are the driver's then:
 * the statement has to cast enums to text and counts to int.
 */
export async function runPrepared<Row extends object>(
  db: Database,
  name: string,
  sql: Prisma.Sql,
): Promise<{ rows: Row[]; count: number }> {
  const { text, values } = sql;
  if (db !== pool()) {
    preparedNames().set(text, name);
    const rows = await db.$queryRaw<Row[]>(sql);
    return { rows, count: rows.length };
  }
  const { rows, rowCount } = await connections().query<Row>({ name, text, values });
  return { rows, count: rowCount ?? 0 };
}
