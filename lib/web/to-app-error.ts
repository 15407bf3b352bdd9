import "server-only";
import { AppError } from "@/lib/domain/errors";
import { factsOf, log } from "@/lib/log";
import { asFailure } from "@/lib/operations/as-failure";

/**
 * Any thrown thing as a failure with a code, written to the log once: what is expected as a line
 * for statistics, the database's absence as a warning, everything else as a bug.
 */
export function toAppError(error: unknown, requestId: string): AppError {
  if (error instanceof AppError) {
    const line = { requestId, code: error.code, ...error.detail };
    if (error.status >= 500) log.warn({ ...line, error: factsOf(error.cause) }, "failed");
    else log.info(line, "refused");
    return error;
  }
  const failure = asFailure(error);
  if (failure) {
    log.warn({ requestId, error: factsOf(error) }, "database unreachable");
    return failure;
  }
  log.error({ requestId, error: factsOf(error) }, "unexpected");
  return new AppError("unexpected", {}, { cause: error });
}
