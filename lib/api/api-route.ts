import "server-only";
import { AppError } from "@/lib/domain/errors";
import { requestIdOf } from "@/lib/web/problem";
import { answerRequest } from "./answer-request";
import { ENDPOINTS } from "./endpoints";
import { answerProblem } from "./problem/answer-problem";

type Params = Record<string, string | string[] | undefined>;
/** Next gives no parameters at all to a route whose address names none. */
type Handler = (
  request: Request,
  context: { params: Promise<Params> | undefined },
) => Promise<Response>;

/** One handler for every method, so that those nobody offers are answered by us too. */
type Route = Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS", Handler>;

/** The route at an address of the API: whatever stands in the table for its path. */
export function apiRoute(path: `/${string}`): Route {
  const offered = ENDPOINTS.filter((endpoint) => endpoint.path === path);
  if (offered.length === 0) throw new Error(`The API has no endpoint at ${path}.`);
  const allow = [...new Set(offered.flatMap(({ method }) => withHead(method)))].join(", ");
  return routeOf(async (request, { params }) => {
    const method = request.method === "HEAD" ? "GET" : request.method;
    const endpoint = offered.find((each) => each.method === method);
    if (endpoint) return answerRequest(endpoint, request, (await params) ?? {});
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { Allow: allow } });
    return refuse(request, new AppError("method-not-allowed", { allow }));
  });
}

/** The route for every address below the API where nothing is. */
export function unknownApiRoute(): Route {
  return routeOf(async (request) => refuse(request, new AppError("not-found")));
}

function routeOf(answer: Handler): Route {
  return {
    ...{ GET: answer, POST: answer, PUT: answer },
    ...{ PATCH: answer, DELETE: answer, OPTIONS: answer },
  };
}

function refuse(request: Request, error: AppError): Response {
  return answerProblem(error, { requestId: requestIdOf(request.headers), allowance: null });
}

function withHead(method: string): string[] {
  return method === "GET" ? ["GET", "HEAD"] : [method];
}
