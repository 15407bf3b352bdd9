import "server-only";
import { RequestProblems } from "@/lib/api/request/parse-part";
import type { AppError } from "@/lib/domain/errors";
import { FieldProblems, type Problem } from "@/lib/domain/problem";
import { words } from "@/lib/words/words";
import type { ProblemBody } from "./problem-body";

type WrongPart = NonNullable<ProblemBody["errors"]>[number];

/** What operations name after the fields of our forms stands elsewhere in a request. */
const PLACE_OF_FIELD: Readonly<Record<string, string>> = {
  date: "opensAt",
  time: "opensAt",
  lengthMinutes: "closesAt",
};

/** What is wrong with a request, each with its place; none for a failure of another kind. */
export function listProblems(error: AppError): WrongPart[] {
  if (error instanceof RequestProblems) {
    return error.problems.map(({ part, path, problem }) => ({
      ...described(problem),
      ...(part === "body" ? { pointer: toPointer(path) } : { parameter: path.join(".") }),
    }));
  }
  if (!(error instanceof FieldProblems)) return [];
  return Object.entries(error.fields).map(([field, problem]) => ({
    ...described(problem),
    pointer: `#/${PLACE_OF_FIELD[field] ?? field}`,
  }));
}

function described(problem: Problem) {
  return { detail: words("problems")(problem), code: problem };
}

/** A JSON Pointer as a URI fragment (RFC 6901). */
function toPointer(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).replaceAll("~", "~0").replaceAll("/", "~1"));
  return `#${steps.map((step) => `/${encodeURIComponent(step)}`).join("")}`;
}
