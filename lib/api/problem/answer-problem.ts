import "server-only";
import { commonHeaders, type AnswerAbout } from "@/lib/api/common-headers";
import { AppError } from "@/lib/domain/errors";
import { retryAfterSecondsOf } from "@/lib/web/problem";
import { publicAddress } from "@/lib/web/public-address";
import { toAppError } from "@/lib/web/to-app-error";
import { words } from "@/lib/words/words";
import { listProblems } from "./list-problems";
import type { ProblemBody } from "./problem-body";

const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Where the reference explains a failure. */
export function problemAddress(code: AppError["code"]): string {
  return publicAddress(`/developers#problem-${code}`);
}

/** A failure, logged, as `application/problem+json` (RFC 9457). What nobody expected tells nothing. */
export function answerProblem(thrown: unknown, about: AnswerAbout): Response {
  const error = toAppError(thrown, about.requestId);
  const { code, status } = error;
  const errors = listProblems(error);
  const body: ProblemBody = {
    type: problemAddress(code),
    title: words("programFailures")(code),
    status,
    code,
    instance: `urn:uuid:${about.requestId}`,
    ...(errors.length > 0 && { errors }),
  };
  return new Response(JSON.stringify(body), { status, headers: headersOf(error, about) });
}

function headersOf(error: AppError, about: AnswerAbout): Record<string, string> {
  const challenge = challengeOf(error);
  const retryAfter = retryAfterSecondsOf(error);
  const { allow } = error.detail;
  return {
    "Content-Type": PROBLEM_TYPE,
    ...commonHeaders(about),
    ...(challenge && { "WWW-Authenticate": challenge }),
    ...(retryAfter !== null && { "Retry-After": String(retryAfter) }),
    ...(typeof allow === "string" && { Allow: allow }),
  };
}

/** What RFC 6750 has a server say about the key it wants. */
function challengeOf({ code, detail }: AppError): string | null {
  const realm = 'Bearer realm="rostrum"';
  if (code === "key-missing") return realm;
  if (code === "key-refused") return `${realm}, error="invalid_token"`;
  if (code !== "scope-missing") return null;
  return `${realm}, error="insufficient_scope", scope="${detail.scope}"`;
}
