import "server-only";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";
import { AppError } from "@/lib/domain/errors";

/** What was thrown as a failure with a code, when it is one: the database's absence is, a bug is not. */
export function asFailure(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return isDatabaseUnreachable(error)
    ? new AppError("database-unreachable", {}, { cause: error })
    : null;
}
