import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { clientAddressOf } from "@/lib/client-address";
import { writeDeviceCookie } from "./device-cookie";
import { dress } from "./dress";
import { MAX_BODY_BYTES } from "./read-body";
import type { Handler } from "./route";

/** A route that our server answers without Next. */
export type QuickRoute = {
  method: "GET" | "POST";
  /** As its folders in `app` are called. Each parameter is an id. */
  path: string;
  handler: Handler;
};

/** Answers a request when it is for one of the routes; false leaves it to Next. */
export type QuickRoutes = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * The busiest routes, answered by the same handlers that Next would call, and
 * dressed like all other answers. `lib/decisions/008` says why.
 */
export function quickRoutes(routes: readonly QuickRoute[]): QuickRoutes {
  const known = routes.map(({ path, ...route }) => ({ ...route, pattern: toPattern(path) }));
  return (request, response) => {
    const [pathname = ""] = (request.url ?? "").split("?", 1);
    for (const { method, pattern, handler } of known) {
      const found = method === request.method && pattern.exec(pathname);
      if (!found) continue;
      void answer(request, response, handler, { ...found.groups });
      return true;
    }
    return false;
  };
}

function toPattern(path: string): RegExp {
  return new RegExp(`^${path.replace(/\[(\w+)\]/g, "(?<$1>[0-9a-f-]{36})")}$`);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
  params: Record<string, string>,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://rostrum");
  const { asked, headers, newDeviceId } = dress(url.pathname, headersOf(request));
  const init = { method: request.method ?? "GET", headers: asked };
  try {
    const rest = request.method === "POST" ? { body: await readBytes(request) } : {};
    const made = await handler(new Request(url, { ...init, ...rest }), {
      params: Promise.resolve(params),
    });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (newDeviceId) response.setHeader("Set-Cookie", writeDeviceCookie(newDeviceId));
    await send(made, response);
  } catch {
    // The browser went away in the middle: nobody is left to be told.
    response.destroy();
  }
}

/** Everything that came, names and values as they were sent, but for where it comes from. */
function headersOf(request: IncomingMessage): Headers {
  const { rawHeaders } = request;
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  }
  headers.set("x-forwarded-for", clientAddressOf(request));
  return headers;
}

/**
 * The body, without what comes after the first part too many: the handler refuses it then. All of it
 * is read, or else the browser would not get to read the refusal; a server gives a request 5 minutes.
 */
async function readBytes(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    if (size <= MAX_BODY_BYTES) kept.push(chunk);
    size += chunk.length;
  }
  return new Uint8Array(Buffer.concat(kept));
}

async function send(made: Response, response: ServerResponse): Promise<void> {
  response.statusCode = made.status;
  for (const [name, value] of made.headers) response.setHeader(name, value);
  if (!made.body) {
    response.end();
  } else if (made.headers.get("content-type")?.startsWith("text/event-stream")) {
    await pipe(made.body, response);
  } else {
    response.end(Buffer.from(await made.arrayBuffer()));
  }
}

/** Sends what comes until one side has had enough; the body hears of it when the browser goes. */
async function pipe(body: ReadableStream<Uint8Array>, response: ServerResponse): Promise<void> {
  const reader = body.getReader();
  const leave = () => void reader.cancel().catch(() => undefined);
  response.once("close", leave);
  if (response.destroyed) leave();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    response.write(part.value);
  }
  response.end();
}
