import "server-only";

/** What a route's work gave, as an answer: a `Response` as it is, nothing as 204, anything else as JSON. */
export function responseOf(result: unknown): Response {
  if (result instanceof Response) return result;
  if (result === undefined) return new Response(null, { status: 204 });
  return Response.json(result, { headers: { "Cache-Control": "no-store" } });
}
