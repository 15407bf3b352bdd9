import "server-only";
import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { GateRefusal } from "./gate-refusal";

const REASON = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  429: "Too Many Requests",
  503: "Service Unavailable",
} as const satisfies Record<GateRefusal["status"], string>;

/** Refuses a request to upgrade: the code is the whole body. */
export function refuseUpgrade(socket: Duplex, { status, code }: GateRefusal): void {
  const lines = [
    `HTTP/1.1 ${status} ${REASON[status]}`,
    "content-type: text/plain",
    `content-length: ${Buffer.byteLength(code)}`,
    "cache-control: no-store",
    "connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${code}`);
}

/**
 * Answers LiveKit's client when it asks why its upgrade failed. Without the CORS header a page of
 * another origin (`reader`) would learn no code.
 */
export function answerValidate(
  response: ServerResponse,
  { status, code }: GateRefusal | { status: 200; code: "success" },
  reader: string | null,
): void {
  const cors = reader ? { "access-control-allow-origin": reader, vary: "Origin" } : {};
  response.writeHead(status, {
    "content-type": "text/plain",
    "cache-control": "no-store",
    ...cors,
  });
  response.end(code);
}
