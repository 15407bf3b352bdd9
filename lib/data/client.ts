import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "@/lib/env";
import { PrismaClient, type Prisma } from "./generated/client";

// The server and the pages are bundled apart but share one process, so they share one pool here.
const shared = globalThis as typeof globalThis & {
  rostrumConnections?: pg.Pool;
  rostrumPrisma?: PrismaClient;
  rostrumTransaction?: AsyncLocalStorage<Database>;
  rostrumStatements?: Map<string, string>;
};

/** The database or a transaction in it: what functions of this folder take as their first argument. */
export type Database = Prisma.TransactionClient;

/** The connections to the database. Made at first use, one pool a process. */
export function connections(): pg.Pool {
  shared.rostrumConnections ??= makeConnections();
  return shared.rostrumConnections;
}

function makeConnections(): pg.Pool {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 10,
    // Prisma writes and reads instants without a zone, as if every session were at UTC.
    onConnect: async (connection) => void (await connection.query("SET TIME ZONE 'UTC'")),
  });
  // A connection that breaks while nobody uses it is replaced at the next use.
  made.on("error", () => undefined);
  return made;
}

/** The client over these connections; `$disconnect` closes them. */
export function pool(): PrismaClient {
  shared.rostrumPrisma ??= new PrismaClient({
    adapter: new PrismaPg(connections(), {
      disposeExternalPool: true,
      statementNameGenerator: ({ sql }) => preparedNames().get(sql) ?? "",
    }),
  });
  return shared.rostrumPrisma;
}

/** The statements of `runPrepared`: the name of each by its text. All others stay unnamed. */
export function preparedNames(): Map<string, string> {
  return (shared.rostrumStatements ??= new Map());
}

/** The database; within `asOneTransaction` that transaction. */
export function database(): Database {
  return transactions().getStore() ?? pool();
}

// Long enough for a machine that is busy with something else; what waits longer is stuck.
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 30_000 };

/** Runs `work` in one transaction: all of it happens or none. Joins that of `asOneTransaction`. */
export function inTransaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  const outer = transactions().getStore();
  return outer ? work(outer) : pool().$transaction(work, TRANSACTION_LIMITS);
}

/**
 * Runs whole operations in one transaction: whatever `work` asks of `database()` or does
 * `inTransaction` happens together with the rest of it, or not at all. What reaches beyond the
 * database, such as an announcement, has to wait until this is done.
 */
export function asOneTransaction<T>(work: () => Promise<T>): Promise<T> {
  return inTransaction((tx) => transactions().run(tx, work));
}

function transactions(): AsyncLocalStorage<Database> {
  return (shared.rostrumTransaction ??= new AsyncLocalStorage());
}
