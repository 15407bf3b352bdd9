import "server-only";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { clientAddressOf } from "@/lib/client-address";
import { CONNECTION_LIMITS } from "@/lib/connection-limits";
import { env } from "@/lib/env";
import { readAcsRequest } from "./acs-request";
import { answerRequest, toReply, type Outside } from "./answer-request";
import { keepCertificate } from "./certificate";
import { DenialLimit } from "./denial-limit";
import type { Reply } from "./route";
import { tooMany, WireError } from "./wire-error";

const TLS_HANDSHAKE_MS = 10_000;

const MAX_CLIENT_ID_LENGTH = 128;

export type AcsListener = { close: () => Promise<void> };

/** Serves the wire at the root of its own port. */
export async function listenForAcs(outside: Outside): Promise<AcsListener> {
  const { ACS_HOST, ACS_PORT } = env();
  const denials = new DenialLimit();
  const answer = (request: IncomingMessage, response: ServerResponse) =>
    void respond(request, response, () => replyTo(request, outside, denials));
  const server = await openServer(answer);
  server.listen(ACS_PORT, ACS_HOST);
  await once(server, "listening");
  return {
    async close() {
      server.close();
      server.closeIdleConnections();
      await Promise.race([once(server, "close"), once(AbortSignal.timeout(5_000), "abort")]);
      server.closeAllConnections();
    },
  };
}

/** TLS, unless a proxy does that. */
async function openServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server> {
  if (env().ACS_TLS === "off") return createServer(CONNECTION_LIMITS, answer);
  const certificate = await keepCertificate(env().ACS_DATA_DIR);
  const limits = { ...CONNECTION_LIMITS, handshakeTimeout: TLS_HANDSHAKE_MS };
  return createTlsServer({ ...certificate, ...limits }, answer);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  makeReply: () => Promise<Reply>,
): Promise<void> {
  const reply = await makeReply();
  if (response.destroyed) return;
  const text = reply.body === undefined ? undefined : JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    "MS-CV": `${randomBytes(16).toString("base64").replace(/=+$/, "")}.0`,
    ...echoOf(request),
    ...(text !== undefined && {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Length": Buffer.byteLength(text),
    }),
    "Cache-Control": "no-store",
    ...reply.headers,
  });
  response.end(request.method === "HEAD" ? undefined : text);
}

async function replyTo(
  request: IncomingMessage,
  outside: Outside,
  denials: DenialLimit,
): Promise<Reply> {
  try {
    const address = clientAddressOf(request);
    const seconds = await denials.secondsToWait(address);
    if (seconds !== null) throw tooMany(seconds);
    const reply = await answerRequest(await readAcsRequest(request), outside);
    if (reply.status === 401) await denials.count(address);
    return reply;
  } catch (error) {
    if (error instanceof WireError) return toReply(error, "rooms");
    // The client went away while it was still sending.
    return { status: 400 };
  }
}

function echoOf({ headers }: IncomingMessage): Record<string, string> {
  const id = headers["x-ms-client-request-id"];
  if (typeof id !== "string" || id.length > MAX_CLIENT_ID_LENGTH) return {};
  return { "x-ms-client-request-id": id };
}
