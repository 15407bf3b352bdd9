import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient, type Prisma } from "./generated/client";

// The server and the pages are bundled apart but share one process, so they share one pool here.
const shared = globalThis as typeof globalThis & { rostrumPrisma?: PrismaClient };

// A statement that begins with a comment of one word is parsed and planned once a connection and
// kept under that name. For texts that never vary; all others stay unnamed.
const STATEMENT_NAME = /^\s*\/\* ([a-z-]+) \*\//;

/** The database. Made at first use, one pool a process. */
export function database(): PrismaClient {
  shared.rostrumPrisma ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: env().DATABASE_URL, max: 10 },
      { statementNameGenerator: ({ sql }) => STATEMENT_NAME.exec(sql)?.[1] ?? "" },
    ),
  });
  return shared.rostrumPrisma;
}

/** The database or a transaction in it: what functions of this folder take as their first argument. */
export type Database = Prisma.TransactionClient;

// Long enough for a machine that is busy with something else; what waits longer is stuck.
const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 30_000 };

/** Runs `work` in one transaction: all of it happens or none. */
export function inTransaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  return database().$transaction(work, TRANSACTION_LIMITS);
}
