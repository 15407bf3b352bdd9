import "server-only";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { settleClientAddress } from "@/lib/client-address";
import { CONNECTION_LIMITS } from "@/lib/connection-limits";
import { env } from "@/lib/env";
import type { Gate } from "@/lib/gate/gate";
import { isGateTarget } from "@/lib/gate/gate-request";
import { answerAlive, answerReady } from "./health";
import { OpenResponses } from "./open-responses";
import type { Pages } from "./pages";

// The first offer of a call travels in the request line.
const MAX_HEADER_BYTES = 64 * 1024;

type Parts = {
  /** Null in a process that only works in the background. */
  gate: Gate | null;
  /** Answers what it knows and says whether it did; asked before the pages are. */
  quick: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  pages: Pages | null;
};

/** Serves health, the gate, the busiest routes and the pages on one port. */
export async function listen({ gate, quick, pages }: Parts) {
  const responses = new OpenResponses();
  let isStopping = false;

  function answer(request: IncomingMessage, response: ServerResponse): void {
    responses.add(response);
    const url = request.url ?? "/";
    if (url === "/healthz") return answerAlive(response);
    if (url === "/readyz") return void answerReady(response, isStopping);
    settleClientAddress(request);
    if (gate && isGateTarget(url)) return void gate.answer(request, response);
    if (quick?.(request, response)) return;
    if (pages) return pages.answer(request, response);
    response.writeHead(404).end();
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    settleClientAddress(request);
    if (gate && isGateTarget(request.url ?? "/")) return void gate.upgrade(request, socket, head);
    if (pages) return pages.upgrade(request, socket, head);
    socket.destroy();
  }

  const limits = { ...CONNECTION_LIMITS, maxHeaderSize: MAX_HEADER_BYTES };
  const server: Server = createServer(limits, answer);
  server.on("upgrade", upgrade);
  server.listen(env().PORT, env().HOST);
  await once(server, "listening");

  return {
    async close(): Promise<void> {
      isStopping = true;
      gate?.shut();
      await responses.drain(server);
    },
  };
}
