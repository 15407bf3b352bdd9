import "server-only";
import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/domain/errors";
import { FieldProblems } from "@/lib/domain/problem";
import { words } from "@/lib/words/words";
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
 * A failure as `application/problem+json` (RFC 9457): code, one sentence, the fields that are wrong
 * and the request's id. Whatever was not expected is logged and shown as "unexpected" only.
 */
export function problemResponse(thrown: unknown, requestId: string): Response {
  const error = toAppError(thrown, requestId);
  const fields =
    error instanceof FieldProblems ? sayProblems(error.fields) : undefined;
  const body = {
    type: `urn:rostrum:failure:${error.code}`,
    title: words("failures")(error.code),
    status: error.status,
    code: error.code,
    requestId,
    ...(fields && { fields }),
  };
  return new Response(JSON.stringify(body), {
    status: error.status,
    headers: headersOf(error),
  });
}

function headersOf(error: AppError): Record<string, string> {
  const given = error.detail.retryAfterSeconds;
  const seconds =
    typeof given === "number"
      ? Math.ceil(given)
      : RETRY_AFTER_SECONDS[error.code];
  return {
    "Content-Type": "application/problem+json; charset=utf-8",
    "Cache-Control": "no-store",
    ...(seconds !== undefined && { "Retry-After": String(seconds) }),
  };
}
