import "server-only";
import { isOriginOfAnyResource } from "@/lib/data/allowed-origins";
import { database } from "@/lib/data/client";
import { isDatabaseUnreachable } from "@/lib/data/is-database-unreachable";

/**
 * Lets pages of another origin read an answer, errors too, when some resource allows that origin.
 * Which user's resource it has to be, their token says, and a preflight has none. While the database
 * is away no other origin reads anything.
 */
export async function withCors({ headers }: Request, response: Response): Promise<Response> {
  response.headers.append("Vary", "Origin");
  const origin = headers.get("origin");
  if (origin !== null && (await isAllowed(origin))) {
    response.headers.set("Access-Control-Allow-Origin", origin);
  }
  return response;
}

async function isAllowed(origin: string): Promise<boolean> {
  try {
    return await isOriginOfAnyResource(database(), origin);
  } catch (error) {
    if (isDatabaseUnreachable(error)) return false;
    throw error;
  }
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
