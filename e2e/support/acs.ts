import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { CommunicationIdentityClient } from "@azure/communication-identity";
import { RoomsClient } from "@azure/communication-rooms";
import { z } from "zod";
import { bytesOf, exchange, sign, type Answered, type Asked } from "@/lib/testing/acs-exchange";
import { environment } from "./environment";

const connectionShape = z.object({ connectionString: z.string(), authority: z.string() });

/** The connection string of the demo's resource, and the authority that its certificate is of. */
export function acsConnection() {
  const { connectionString, authority } = connectionShape.parse(
    JSON.parse(readFileSync(environment.acsFile, "utf8")),
  );
  const [, endpoint = "", key = ""] =
    /^endpoint=(.*?)\/;accesskey=(.*)$/.exec(connectionString) ?? [];
  return { connectionString, endpoint, key, authority, ca: readFileSync(authority, "utf8") };
}

/** The unmodified clients of npm, for the demo's resource unless another one's connection is given. */
export function acsClients(connectionString = acsConnection().connectionString) {
  const { ca } = acsConnection();
  const options = { tlsOptions: { ca } };
  return {
    rooms: new RoomsClient(connectionString, options),
    identity: new CommunicationIdentityClient(connectionString, options),
  };
}

/** A signed request of our own making, for what the clients hide; or one without a signature. */
export async function acsRequest(asked: Asked & { unsigned?: boolean }): Promise<Answered> {
  const { method, target, body, headers = {}, unsigned = false } = asked;
  const { endpoint, ca } = acsConnection();
  const bytes = bytesOf(body);
  const signed = unsigned ? {} : signatureOf(method, target, bytes);
  return exchange(endpoint, bytes, {
    ...{ method, target, ca },
    headers: { "content-type": "application/json", ...signed, ...headers },
  });
}

/** The headers that prove a request to be of the demo's resource, for a quarter of an hour. */
export function signatureOf(method: string, target: string, bytes: Buffer) {
  const { endpoint, key } = acsConnection();
  const { host } = new URL(endpoint);
  return sign({ method, target, bytes, host, key: Buffer.from(key, "base64") });
}

/** A pair of headers as clients send them with a request that they may repeat. */
export function repeatability(id: string = randomUUID(), firstSent = new Date().toUTCString()) {
  return { "repeatability-request-id": id, "repeatability-first-sent": firstSent };
}
