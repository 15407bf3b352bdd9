import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import { words } from "@/lib/words/words";
import { isForReading } from "./is-for-reading";
import { problemPage } from "./problem-page";
import { sayProblems } from "./say-problems";
import { toAppError } from "./to-app-error";

/** How long a client should wait before it asks again, where waiting helps and nobody said longer. */
const RETRY_AFTER_SECONDS: Partial<Record<AppError["code"], number>> = {
  "too-many-requests": 60,
  "call-unreachable": 5,
  "database-unreachable": 5,
};

/** The id that one request's log lines share; `proxy.ts` sets it. */
export function requestIdOf(headers: Headers): string {
  return headers.get("x-request-id") ?? randomUUID();
}

/**
 * A failure, logged, as an answer: `application/problem+json` (RFC 9457) with its code, one
 * sentence, the fields that are wrong and the request's id, or a small page when a person opened
 * this address. Whatever was not expected is shown as "unexpected" only.
 *
 * `moreOf` may add members of its own to the JSON.
 */
export function problemResponse(
  thrown: unknown,
  asked: Headers,
  moreOf: (error: AppError) => object = () => ({}),
): Response {
  const requestId = requestIdOf(asked);
  const error = toAppError(thrown, requestId);
  const { code, status } = error;
  const title = words("failures")(code);
  if (isForReading(asked)) {
    return new Response(problemPage({ title, requestId, nonce: asked.get("x-nonce") }), {
      status,
      headers: headersOf(error, PAGE),
    });
  }
  const fields = error instanceof FieldProblems ? sayProblems(error.fields) : undefined;
  const type = `urn:rostrum:failure:${code}`;
  const body = { type, title, status, code, requestId, ...(fields && { fields }) };
  const whole = JSON.stringify({ ...body, ...moreOf(error) });
  return new Response(whole, { status, headers: headersOf(error, PROBLEM) });
}

const PROBLEM = "application/problem+json; charset=utf-8";
const PAGE = "text/html; charset=utf-8";

/** After how many seconds it is worth asking again; null when that is of no use. */
export function retryAfterSecondsOf({ code, detail }: AppError): number | null {
  const given = detail.retryAfterSeconds;
  return typeof given === "number" ? Math.ceil(given) : (RETRY_AFTER_SECONDS[code] ?? null);
}

function headersOf(error: AppError, type: string): Record<string, string> {
  const seconds = retryAfterSecondsOf(error);
  return {
    "Content-Type": type,
    "Cache-Control": "no-store",
    ...(seconds !== null && { "Retry-After": String(seconds) }),
  };
}
