import { createHash, createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { request as send } from "node:https";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { RoomsClient } from "@azure/communication-rooms";
import { z } from "zod";
import { environment } from "./environment";

const connectionShape = z.object({ connectionString: z.string(), authority: z.string() });

/** The connection string of the demo's resource, and the authority that its certificate is of. */
export function acsConnection() {
  const { connectionString, authority } = connectionShape.parse(
    JSON.parse(readFileSync(environment.acsFile, "utf8")),
  );
  const [, endpoint = "", key = ""] =
    /^endpoint=(.*?)\/;accesskey=(.*)$/.exec(connectionString) ?? [];
  return { connectionString, endpoint, key, ca: readFileSync(authority, "utf8") };
}

/** The unmodified clients of npm. */
export function acsClients() {
  const { connectionString, ca } = acsConnection();
  const options = { tlsOptions: { ca } };
  return {
    rooms: new RoomsClient(connectionString, options),
    identity: new CommunicationIdentityClient(connectionString, options),
  };
}

export type RawRequest = {
  method: string;
  /** Path and query, as it goes over the wire. */
  target: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Sends it without a signature. */
  unsigned?: boolean;
};

export type RawAnswer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  json: unknown;
};

/** A signed request of our own making, for what the clients hide. */
export async function acsRequest({ method, target, body, headers = {}, unsigned }: RawRequest) {
  const { endpoint, ca } = acsConnection();
  const bytes = Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const signed = unsigned ? {} : signatureOf(method, target, bytes);
  return exchange(`${endpoint}${target}`, bytes, {
    ...{ method, ca },
    headers: { "content-type": "application/json", ...signed, ...headers },
  });
}

/** The headers that prove a request to be of the demo's resource, for a quarter of an hour. */
export function signatureOf(method: string, target: string, bytes: Buffer) {
  const { endpoint, key } = acsConnection();
  const { host } = new URL(endpoint);
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update(bytes).digest("base64");
  const text = `${method}\n${target}\n${date};${host};${hash}`;
  const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text).digest("base64");
  return {
    "x-ms-date": date,
    "x-ms-content-sha256": hash,
    authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}

function exchange(
  url: string,
  bytes: Buffer,
  options: { method: string; ca: string; headers: Record<string, string> },
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const asked = send(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        const json: unknown = text ? JSON.parse(text) : null;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
      });
    });
    asked.on("error", reject).end(bytes);
  });
}

/** A pair of headers as clients send them with a request that they may repeat. */
export function repeatability(id: string = randomUUID(), firstSent = new Date().toUTCString()) {
  return { "repeatability-request-id": id, "repeatability-first-sent": firstSent };
}
