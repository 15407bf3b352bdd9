import "server-only";
import type { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { isProblem, type Problem } from "@/lib/domain/problem";

export type RequestPart = "path" | "query" | "body";

/** One thing that is wrong with a request, and where. */
export type RequestProblem = { part: RequestPart; path: readonly PropertyKey[]; problem: Problem };

/** Everything that is wrong with a request. */
export class RequestProblems extends AppError {
  constructor(readonly problems: readonly RequestProblem[]) {
    super("invalid-input");
  }
}

/**
 * One part of a request, checked by its schema.
 *
 * @throws RequestProblems, or AppError "not-found" for a path that no address of ours can have.
 */
export function parsePart<Schema extends z.ZodType>(
  part: RequestPart,
  schema: Schema,
  raw: unknown,
): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  if (part === "path") throw new AppError("not-found");
  throw new RequestProblems(result.error.issues.flatMap((issue) => problemsOf(part, issue)));
}

function problemsOf(part: RequestPart, issue: z.core.$ZodIssue): RequestProblem[] {
  if (issue.code === "unrecognized_keys") {
    const problem: Problem = "not-known-here";
    return issue.keys.map((key) => ({ part, path: [...issue.path, key], problem }));
  }
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  const said: Problem = isProblem(issue.message) ? issue.message : "not-valid";
  return [{ part, path: issue.path, problem: isMissing ? "missing" : said }];
}
