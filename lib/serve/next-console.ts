import "server-only";
import { log as productLog } from "@/lib/log";

type Log = Pick<typeof productLog, "info" | "error">;

/**
 * Next writes what fails inside of it to the console, with everything that an error carries. From now
 * on such an error is one line of our log, with what that may hold. Text goes on as it is.
 */
export function logErrorsOf(target: Pick<Console, "error">, log: Log = productLog): void {
  const write = target.error.bind(target);
  target.error = (...said: unknown[]) => {
    const error = said.find((part) => part instanceof Error);
    if (!error) write(...said);
    else if (isBrokenOff(error)) log.info("a request broke off");
    else log.error({ err: error }, "a page failed");
  };
}

/** Whoever asked went away in the middle of the body: so says Node's HTTP server. */
function isBrokenOff(error: Error): boolean {
  return "code" in error && error.code === "ECONNRESET" && error.message === "aborted";
}
