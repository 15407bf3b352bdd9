import { createHash, createHmac } from "node:crypto";
import { request as sendPlainly } from "node:http";
import { request as sendOverTls } from "node:https";

/** A request of the wire of ACS, as a test asks it. */
export type Asked = {
  method: string;
  /** Path and query, as they go over the wire. */
  target: string;
  body?: unknown;
  /** They take the place of those that sign it. */
  headers?: Record<string, string>;
};

export type Answered = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  json: unknown;
};

type Signed = { method: string; target: string; bytes: Buffer; key: Buffer; host: string };

/** The headers with which JavaScript's clients sign a request; good for a quarter of an hour. */
export function sign({ method, target, bytes, key, host }: Signed) {
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update(bytes).digest("base64");
  const text = `${method}\n${target}\n${date};${host};${hash}`;
  const signature = createHmac("sha256", key).update(text).digest("base64");
  return {
    host,
    "x-ms-date": date,
    "x-ms-content-sha256": hash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}

type Sent = { method: string; target: string; headers: Record<string, string>; ca?: string };

/** Sends bytes to a server, with the target to the letter, and reads the JSON that it answers. */
export function exchange(
  origin: string,
  bytes: Buffer,
  { target, ...options }: Sent,
): Promise<Answered> {
  const send = origin.startsWith("https:") ? sendOverTls : sendPlainly;
  return new Promise((resolve, reject) => {
    const request = send(origin, { ...options, path: target }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const json: unknown = text ? JSON.parse(text) : null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
      });
    });
    request.on("error", reject).end(bytes);
  });
}

/** A body as it is sent: text as it is, everything else as JSON. */
export function bytesOf(body: unknown): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}
