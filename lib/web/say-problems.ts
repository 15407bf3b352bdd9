import "server-only";
import type { Problem } from "@/lib/domain/problem";
import { words } from "@/lib/words/words";

/** What is wrong with each field, in words. */
export function sayProblems(fields: Readonly<Record<string, Problem>>): Record<string, string> {
  const say = words("problems");
  return Object.fromEntries(
    Object.entries(fields).map(([field, problem]) => [field, say(problem)]),
  );
}
