import "server-only";
import type { ClientRequest, IncomingMessage } from "node:http";
import http from "node:http";
import https from "node:https";
import { Socket } from "node:net";
import { pipeline, type Duplex } from "node:stream";
import { BAD_REQUEST, BAD_TICKET, MEDIA_AWAY, type GateRefusal } from "./gate-refusal";
import { MessageLimit } from "./message-limit";
import type { Ticket } from "./read-ticket";
import { refuseUpgrade } from "./refuse";

const ANSWER_TIMEOUT_MS = 5_000;

// Not `sec-websocket-extensions`: a compressed message could unfold to any size.
const PASSED_ON = ["sec-websocket-key", "sec-websocket-version", "sec-websocket-protocol"] as const;
const PASSED_BACK = ["sec-websocket-accept", "sec-websocket-protocol"] as const;

type Client = { request: IncomingMessage; socket: Duplex; head: Buffer; address: string };

/**
 * Joins a client to LiveKit. Nothing of the client's goes through before LiveKit has agreed to speak
 * WebSocket: otherwise whatever follows a refused upgrade would be a request past the gate.
 */
export function openPipe(client: Client, ticket: Ticket, mediaUrl: string, onOpen: () => void) {
  const upstream = askUpgrade(client, ticket, mediaUrl);
  const giveUp = () => upstream.destroy();
  client.socket.once("close", giveUp);
  const refuse = (refusal: GateRefusal) => {
    client.socket.off("close", giveUp);
    if (client.socket.writable) refuseUpgrade(client.socket, refusal);
  };

  upstream.once("upgrade", (answer, mediaSocket, mediaHead) => {
    client.socket.off("close", giveUp);
    client.socket.write(switchingProtocols(answer));
    if (mediaHead.length) client.socket.write(mediaHead);
    join(client, mediaSocket);
    onOpen();
  });
  // Its own words are not passed on: they repeat the whole ticket.
  upstream.once("response", (answer) => {
    answer.destroy();
    refuse(toRefusal(answer.statusCode ?? 500));
  });
  upstream.once("timeout", giveUp);
  upstream.on("error", () => refuse(MEDIA_AWAY));
  upstream.end();
}

function askUpgrade({ request, address }: Client, ticket: Ticket, mediaUrl: string): ClientRequest {
  const { protocol, hostname, port } = new URL(mediaUrl);
  const isTls = protocol === "https:" || protocol === "wss:";
  return (isTls ? https : http).request({
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port || (isTls ? 443 : 80),
    path: `${ticket.path}?${ticket.query}`,
    agent: false,
    timeout: ANSWER_TIMEOUT_MS,
    headers: {
      connection: "Upgrade",
      upgrade: "websocket",
      "x-forwarded-for": address,
      ...pick(request, ["user-agent", ...PASSED_ON]),
    },
  });
}

function join({ socket, head }: Client, mediaSocket: Duplex): void {
  for (const end of [socket, mediaSocket]) {
    if (!(end instanceof Socket)) continue;
    end.setNoDelay(true);
    end.setTimeout(0);
    end.setKeepAlive(true, 30_000);
  }
  if (head.length) socket.unshift(head);
  pipeline(socket, new MessageLimit(), mediaSocket, () => {
    mediaSocket.destroy();
    socket.destroy();
  });
  pipeline(mediaSocket, socket, () => {
    mediaSocket.destroy();
    socket.destroy();
  });
}

function switchingProtocols(answer: IncomingMessage): string {
  const headers = { connection: "Upgrade", upgrade: "websocket", ...pick(answer, PASSED_BACK) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join("\r\n")}\r\n\r\n`;
}

function pick(message: IncomingMessage, names: readonly string[]): Record<string, string> {
  const found = names.flatMap((name) => {
    const value = message.headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** LiveKit's refusals; its 404 is a call that went away a moment ago, which passes or is decided anew. */
function toRefusal(status: number): GateRefusal {
  if (status === 401 || status === 403) return BAD_TICKET;
  return status === 400 ? BAD_REQUEST : MEDIA_AWAY;
}
