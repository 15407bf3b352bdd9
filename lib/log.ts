import "server-only";
import { pino } from "pino";
import { logLevel } from "@/lib/env";

/** JSON lines on standard output. Log ids, codes and durations; never names, addresses or URLs with secrets. */
export const log = pino({
  level: logLevel(),
  base: null,
  serializers: { err: factsOf },
  redact: ["token", "*.token", "authorization", "cookie", "url"],
});

/**
 * What the log may hold of an error. Prisma prints the arguments of the failed query, names and
 * addresses among them, in all but the last line of its message; so only that line is kept.
 */
export function factsOf(error: unknown): Record<string, unknown> | undefined {
  if (error === undefined) return undefined;
  if (!(error instanceof Error)) return { name: typeof error };
  const lastLine = error.message.trimEnd().split("\n").at(-1) ?? "";
  return {
    name: error.name,
    code: "code" in error ? error.code : undefined,
    message: lastLine.slice(0, 200),
    frames: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12),
  };
}
