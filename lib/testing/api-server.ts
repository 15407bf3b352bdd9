import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { API_PATH } from "@/lib/api/api-path";
import { answerRequest } from "@/lib/api/answer-request";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { notingCalls } from "./moderation-builder";

/** The API behind a real port on loopback, for programs that really ask it. */
export async function startApiServer(): Promise<{ url: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    void answer(incoming).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

async function answer(incoming: IncomingMessage): Promise<Response> {
  const { method = "GET", headers, url = "/" } = incoming;
  const { pathname, href } = new URL(url, "http://127.0.0.1:3000");
  const chunks: Uint8Array[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Uint8Array);
  const body = Buffer.concat(chunks);
  const names = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    `${value}`,
  ]);
  const init = { method, headers: names, ...(body.length > 0 && { body: new Uint8Array(body) }) };
  for (const endpoint of ENDPOINTS.filter((each) => each.method === method)) {
    const form = endpoint.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const match = new RegExp(`^${API_PATH}${form}$`).exec(pathname);
    if (!match) continue;
    const world = { now: new Date(), calls: notingCalls().calls, announce: () => undefined };
    return answerRequest(endpoint, new Request(href, init), { ...match.groups }, world);
  }
  return new Response("nobody answers here", { status: 501 });
}
