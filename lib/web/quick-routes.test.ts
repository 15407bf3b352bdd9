import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { DEVICE_COOKIE } from "./device-cookie";
import { quickRoutes, type QuickRoute } from "./quick-routes";
import { readCookie } from "./request-cookies";
import { readRoute, route } from "./route";

const ID = "0190c5a0-0000-7000-8000-000000000001";
const address = z.object({ roomId: z.string() });

const server = createServer();
afterEach(() => void server.removeAllListeners("request").close());

/** Serves the routes; what they leave to Next is answered with 404. */
async function serve(...routes: QuickRoute[]): Promise<string> {
  const quick = quickRoutes(routes);
  server.on("request", (request, response) => {
    if (!quick(request, response)) response.writeHead(404).end("Next's");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const echo: QuickRoute = {
  method: "POST",
  path: "/room/[roomId]/join",
  handler: route(address.extend({ takeOver: z.boolean().default(false) }), async (input) => input),
};

test.each([
  ["GET", `/room/${ID}/join`],
  ["POST", `/room/${ID}/joins`],
  ["POST", `/room/${ID}/join/more`],
  ["POST", `/room/${ID.toUpperCase()}/join`],
  ["POST", "/room/none/join"],
  ["POST", `/rooms/${ID}/join`],
])("%s %s is left to Next", async (method, path) => {
  const url = await serve(echo);
  expect((await fetch(url + path, { method })).status).toBe(404);
});

test("a request of another site is refused; one of our pages is answered", async () => {
  const join = `${await serve(echo)}/room/${ID}/join?roomId=other`;
  const ask = (site: string) =>
    fetch(join, {
      method: "POST",
      body: '{"takeOver":true}',
      headers: { "sec-fetch-site": site, "content-type": "application/json" },
    });
  expect((await ask("cross-site")).status).toBe(403);
  const answer = await ask("same-origin");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ roomId: ID, takeOver: true });
});

test("a route without parameters is answered too", async () => {
  const handler = readRoute(z.object({ page: z.string() }), async (input) => input);
  const url = await serve({ method: "GET", path: "/api/livekit/webhook", handler });
  expect(await (await fetch(`${url}/api/livekit/webhook?page=2`)).json()).toEqual({ page: "2" });
  expect((await fetch(`${url}/api/livekit/webhooks`)).status).toBe(404);
});

test("a body that is too large is refused", async () => {
  const url = await serve(echo);
  const answer = await fetch(`${url}/room/${ID}/join`, {
    method: "POST",
    body: JSON.stringify({ pad: "x".repeat(3_000_000) }),
    headers: { "sec-fetch-site": "same-origin", "content-type": "application/json" },
  });
  expect(answer.status).toBe(413);
});

test("an answer carries what all answers carry, and a new browser gets its device", async () => {
  const handler = readRoute(address, async (_, { headers }) => ({
    device: readCookie(headers, DEVICE_COOKIE),
    hasId: headers.has("x-request-id"),
  }));
  const url = `${await serve({ method: "GET", path: "/room/[roomId]/state", handler })}/room/${ID}/state`;
  const first = await fetch(url);
  expect(first.headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(first.headers.get("cache-control")).toBe("no-store");
  const cookie = first.headers.getSetCookie()[0] ?? "";
  expect(cookie).toMatch(/^device=[0-9a-z]{16}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax/);
  const device = /=(\w+)/.exec(cookie)?.[1];
  expect(await first.json()).toEqual({ device, hasId: true });

  const again = await fetch(url, { headers: { cookie: `device=${device}` } });
  expect(again.headers.getSetCookie()).toEqual([]);
  expect(await again.json()).toEqual({ device, hasId: true });
});

test("a stream is sent as it comes, and hears it when its reader goes", async () => {
  let hasEnded = () => {};
  const ended = new Promise<void>((resolve) => (hasEnded = resolve));
  const handler: QuickRoute["handler"] = async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode("event: changed\n\n")),
      cancel: hasEnded,
    });
    return new Response(body, { headers: { "content-type": "text/event-stream" } });
  };
  const url = `${await serve({ method: "GET", path: "/room/[roomId]/live", handler })}/room/${ID}/live`;
  const reader = (await fetch(url)).body?.getReader();
  const part = await reader?.read();
  expect(new TextDecoder().decode(part?.value)).toBe("event: changed\n\n");
  await reader?.cancel();
  await ended;
});
