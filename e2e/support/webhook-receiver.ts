import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

type Received = { headers: IncomingHttpHeaders; body: string };
type Message = { type: string; timestamp: string; data: Record<string, unknown> };

/** A program that takes webhooks on this machine, as long as it isn't told to answer with trouble. */
export async function startReceiver() {
  const received: Received[] = [];
  const state = { status: 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(state.status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    received,
    state,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    /** What came, each checked with the secret as a receiver does. */
    read: (secret: string): Message[] =>
      received.map(
        ({ headers, body }) =>
          new Webhook(secret).verify(body, headers as Record<string, string>) as Message,
      ),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
