import "server-only";
import type { z } from "zod";
import { FieldProblems, isProblem, type Problem } from "@/lib/domain/problem";

/**
 * Untrusted input, checked by a schema.
 *
 * @throws FieldProblems with the first thing that is wrong with each field.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  raw: unknown,
): z.output<Schema> {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const fields: Record<string, Problem> = {};
  for (const issue of result.error.issues) {
    fields[issue.path.join(".")] ??= isProblem(issue.message) ? issue.message : "not-valid";
  }
  throw new FieldProblems(fields);
}
