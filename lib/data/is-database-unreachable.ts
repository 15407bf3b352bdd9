import "server-only";

/**
 * What Prisma (P…), PostgreSQL (five characters) and Node's sockets say when the database is away,
 * starting, stopping, or has no connection left for us.
 */
const AWAY = new Set([
  ...["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"],
  ...["08000", "08001", "08003", "08004", "08006", "57P01", "57P02", "57P03", "53300"],
  ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENOENT"],
]);

// pg gives these without a code.
const AWAY_MESSAGE =
  /connection terminated|timeout exceeded when trying to connect|can't reach database/i;

/** How deep causes are followed; errors that contain themselves end there. */
const MAX_DEPTH = 5;

/** Whether an error of the data layer means that the database cannot be reached for the moment. */
export function isDatabaseUnreachable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > MAX_DEPTH) return false;
  const { code, originalCode, message, cause, meta, errors } = error as ErrorParts;
  if ([code, originalCode].some((name) => typeof name === "string" && AWAY.has(name))) return true;
  if (typeof message === "string" && AWAY_MESSAGE.test(message)) return true;
  const inner = [cause, meta?.driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  return inner.some((part) => isDatabaseUnreachable(part, depth + 1));
}

type ErrorParts = {
  code?: unknown;
  originalCode?: unknown;
  message?: unknown;
  cause?: unknown;
  errors?: unknown;
  meta?: { driverAdapterError?: unknown };
};
