import "server-only";
import { pino } from "pino";
import { logLevel } from "@/lib/env";

/** JSON lines on standard output. Log ids, codes and durations; never names, addresses or URLs with secrets. */
export const log = pino({
  level: logLevel(),
  base: null,
  redact: ["token", "*.token", "authorization", "cookie", "url"],
});
