import "server-only";
import { isOriginOfAnyResource } from "@/lib/data/allowed-origins";
import { database } from "@/lib/data/client";

/**
 * Lets pages of another origin read an answer, errors too, when some resource allows that origin.
 * Which user's resource it has to be, their token says, and a preflight has none.
 */
export async function withCors({ headers }: Request, response: Response): Promise<Response> {
  response.headers.append("Vary", "Origin");
  const origin = headers.get("origin");
  if (origin !== null && (await isOriginOfAnyResource(database(), origin))) {
    response.headers.set("Access-Control-Allow-Origin", origin);
  }
  return response;
}

/** Answers a browser that asks whether a page may send the request at all. */
export function answerPreflight(request: Request): Promise<Response> {
  const headers = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Authorization, Content-Type, X-Device-Id",
    "Access-Control-Max-Age": "600",
    "Cache-Control": "no-store",
  };
  return withCors(request, new Response(null, { status: 204, headers }));
}
