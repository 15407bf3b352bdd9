import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll } from "vitest";

/** One request as a receiver got it. */
export type ReceivedWebhook = { headers: IncomingHttpHeaders; body: string };

/** How the receiver answers: a status, or what it does with the response. */
export type ReceiverAnswer = number | ((response: ServerResponse) => void);

/**
 * A real receiver on loopback for the test file. It forgets what it got after each test, and takes
 * everything unless `state.answer` says otherwise.
 */
export function useWebhookReceiver() {
  const received: ReceivedWebhook[] = [];
  const state: { answer: ReceiverAnswer } = { answer: 204 };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      if (typeof state.answer === "number") response.writeHead(state.answer).end();
      else state.answer(response);
    });
  });

  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterEach(() => {
    received.length = 0;
    state.answer = 204;
  });
  afterAll(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });

  const port = () => (server.address() as AddressInfo).port;
  return { received, state, port, url: () => `http://127.0.0.1:${port()}/hook` };
}

/** What the message says, for a receiver that holds this secret. */
export function verified(secret: string, { headers, body }: ReceivedWebhook) {
  return new Webhook(secret).verify(body, headers as Record<string, string>) as {
    type: string;
    timestamp: string;
    data: Record<string, unknown>;
  };
}
