import { randomUUID } from "node:crypto";
import { answerRequest } from "@/lib/api/answer-request";
import type { Endpoint } from "@/lib/api/endpoint";
import { ENDPOINTS } from "@/lib/api/endpoints";
import { insertLink } from "@/lib/data/personal-links";
import { database } from "@/lib/data/client";
import { SCOPES, type Scope } from "@/lib/domain/program/scope";
import { makeLinkToken } from "@/lib/operations/links/link-token";
import { createEndpoint } from "@/lib/operations/webhooks/create-endpoint";
import { pingEndpoint } from "@/lib/operations/webhooks/ping-endpoint";
import { createKey } from "@/lib/operations/keys/create-key";
import { buildMember, buildRoom, buildSeat } from "./clinic-builder";
import { buildRunningRoom, notingCalls } from "./moderation-builder";
import { buildPlannerContext } from "./planner-context-builder";
import { enterCall } from "./visitor-builder";

type Asked = {
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  now?: Date;
};

/** An answer of the API, read. */
export type ApiAnswer = { status: number; headers: Headers; body: unknown; text: string };

/** A key for a program of this organization, with these scopes. */
export async function buildKey(organizationId: string, scopes: readonly Scope[] = SCOPES) {
  const ctx = buildPlannerContext(await buildMember(organizationId, "owner"));
  const { keyId, secret } = await createKey(ctx, {
    ...{ name: "Records system", scopes: [...scopes], lifetime: "month" },
  });
  return { keyId, secret, organizationId, ownerId: ctx.actor.personId };
}

/** Everything that an address of the API can name, in one organization. */
export async function buildApiWorld() {
  const { room, presenter, guest, call } = await buildRunningRoom();
  await enterCall(call, guest);
  const coming = await buildRoom(room.organizationId, {
    opensAt: new Date(Date.now() + 60 * 60_000),
    closesAt: new Date(Date.now() + 2 * 60 * 60_000),
  });
  await buildSeat(coming, "clinician");
  const linkId = await insertLink(database(), guest.id, makeLinkToken(), "copied");
  const { secret, keyId, ownerId } = await buildKey(room.organizationId);
  const params = {
    ...{ roomId: room.id, seatId: guest.id, callId: call.id, linkId },
    personId: guest.personId,
    ...(await buildDelivery(room.organizationId)),
  };
  return { room, presenter, guest, call, coming, secret, keyId, ownerId, params };
}

/** A webhook of an organization with a delivery that waits for a worker. */
async function buildDelivery(organizationId: string) {
  const owner = buildPlannerContext(await buildMember(organizationId, "owner"));
  const { endpoint } = await createEndpoint(owner, {
    url: "https://hooks.example.org/rostrum",
    events: ["room.created"],
  });
  await pingEndpoint(owner, endpoint.id);
  const { id: deliveryId } = await database().webhookDelivery.findFirstOrThrow({
    where: { endpointId: endpoint.id },
  });
  return { webhookId: endpoint.id, deliveryId };
}

export type ApiParams = Awaited<ReturnType<typeof buildApiWorld>>["params"];

/** Asks one endpoint as a program with this key would. Tells too who heard of it. */
export async function askEndpoint(
  endpoint: Endpoint,
  secret: string | null,
  params: Record<string, string>,
  { query = {}, body, headers = {}, now = new Date() }: Asked = {},
): Promise<ApiAnswer & { announced: string[] }> {
  const named = Object.fromEntries(
    [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, params[name] ?? ""]),
  );
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => named[name] ?? "");
  const search = new URLSearchParams(query).toString();
  const address = `http://127.0.0.1:3000/api/v1${path}${search && `?${search}`}`;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(address, {
    method: endpoint.method,
    headers: {
      ...(secret && { authorization: `Bearer ${secret}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
      "x-request-id": randomUUID(),
      ...headers,
    },
    ...(body !== undefined && { body: text }),
  });
  const announced: string[] = [];
  const announce = (roomId: string) => void announced.push(roomId);
  const world = { now, calls: notingCalls().calls, announce };
  const response = await answerRequest(endpoint, request, named, world);
  return { ...(await read(response)), announced };
}

/** The endpoint of that name. */
export function endpointOf(id: string): Endpoint {
  const endpoint = ENDPOINTS.find((each) => each.id === id);
  if (!endpoint) throw new Error(`The API has no endpoint ${id}.`);
  return endpoint;
}

/** What a sample needs besides its values: the header fields that its endpoint asks for. */
export function sampleHeaders({ needsVersion }: Endpoint): Record<string, string> {
  return needsVersion ? { "if-match": "*" } : {};
}

/** A sample's values with its variables filled in. */
export function fillSample<T>(values: T, variables: Record<string, string>): T {
  const text = JSON.stringify(values ?? null);
  const filled = text.replace(/"\$(\w+)"/g, (_, name: string) => {
    const value = variables[name];
    if (!value) throw new Error(`A sample needs ${name}.`);
    return JSON.stringify(value);
  });
  return (JSON.parse(filled) ?? undefined) as T;
}

async function read(response: Response): Promise<ApiAnswer> {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, body: text === "" ? undefined : JSON.parse(text) };
}
