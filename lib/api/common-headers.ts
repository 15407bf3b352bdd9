import "server-only";
import type { Allowance } from "@/lib/web/rate-shares";

export type AnswerAbout = {
  requestId: string;
  /** Null before it is known who asks. */
  allowance: Allowance | null;
};

/** What every answer of the API carries. */
export function commonHeaders({ requestId, allowance }: AnswerAbout): Record<string, string> {
  return {
    "Cache-Control": "no-store",
    "X-Request-Id": requestId,
    ...(allowance && rateLimitHeaders(allowance)),
  };
}

/** The fields of draft-ietf-httpapi-ratelimit-headers. */
function rateLimitHeaders({ limit, windowSeconds, left, resetSeconds }: Allowance) {
  return {
    "RateLimit-Policy": `"key";q=${limit};w=${windowSeconds}`,
    RateLimit: `"key";r=${left};t=${resetSeconds}`,
  };
}
