import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freePort, openAcsLine, type AskedOnLine } from "@/lib/testing/acs-line";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { useDatabase } from "@/lib/testing/database";
import { startIdentityProvider } from "@/lib/testing/identity-provider";

const port = await freePort();
const provider = await startIdentityProvider("http://127.0.0.1/unused");
const AUDIENCE = "https://communication.azure.com";
Object.assign(process.env, {
  ACS_PORT: String(port),
  ACS_TLS: "off",
  ACS_PUBLIC_URL: "https://acs.example.org",
  ACS_OIDC_ISSUER: provider.issuer,
});

useDatabase();

const DAY_MS = 86_400_000;
const V = "?api-version=2025-03-13";
const IDENTITY_V = "?api-version=2023-10-01";
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{0,6}[1-9])?\+00:00$/);
const roomId = expect.stringMatching(/^99\d{15}$/);
const ROOM = { createdAt: instant, validFrom: instant, validUntil: instant };

let world: Awaited<ReturnType<typeof buildAcsWorld>>;
let line: Awaited<ReturnType<typeof openAcsLine>>;
const ask = (asked: AskedOnLine) => line.ask(asked);

beforeAll(async () => {
  world = await buildAcsWorld();
  line = await openAcsLine(world, port);
});

afterAll(async () => {
  await line.close();
  await provider.stop();
});

async function makeRoom(body: unknown = {}): Promise<string> {
  return (await world.rooms("POST", "", body)).json.id;
}

async function makeUser(): Promise<string> {
  return (await world.identities("POST")).json.identity.id;
}

describe("what succeeds", () => {
  test("a created room, its place and its headers", async () => {
    const pair = {
      "repeatability-request-id": randomUUID(),
      "repeatability-first-sent": new Date().toUTCString(),
    };
    const headers = { ...pair, "x-ms-client-request-id": "one-of-mine" };
    const {
      status,
      json,
      headers: told,
    } = await ask({
      ...{ method: "POST", target: `/rooms${V}`, body: { participants: {} }, headers },
    });
    expect(status).toBe(201);
    expect(json).toEqual({ ...ROOM, id: roomId, pstnDialOutEnabled: false });
    expect(told).toMatchObject({
      location: (json as { id: string }).id,
      "repeatability-result": "accepted",
      "x-ms-client-request-id": "one-of-mine",
      "ms-cv": expect.stringMatching(/^[\w+/]{22}\.0$/),
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "api-supported-versions":
        "2023-06-14, 2023-10-30-preview, 2024-04-15, 2025-02-28-preview, 2025-03-13",
      "api-deprecated-versions": "2021-04-07, 2022-02-01, 2023-03-31-preview",
    });
    expect(told).not.toHaveProperty("x-ms-error-code");
  });

  test("a room, its change, its list, its roster and its end", async () => {
    const ann = world.someone();
    const id = await makeRoom({ participants: { [ann]: { role: "Consumer" } } });
    const room = { ...ROOM, id, pstnDialOutEnabled: false };
    const path = `/rooms/${id}`;
    const participants = { [ann]: { role: "Presenter" } };
    // prettier-ignore
    const exchanges: [string, string, unknown, number, unknown][] = [
      ["GET", path, undefined, 200, room],
      ["PATCH", path, {}, 200, room],
      ["PATCH", path, { validFrom: null, validUntil: null, pstnDialOutEnabled: true }, 200, { ...room, pstnDialOutEnabled: true }],
      ["GET", "/rooms", undefined, 200, { value: expect.arrayContaining([{ ...room, pstnDialOutEnabled: true }]) }],
      ["GET", `${path}/participants`, undefined, 200, { value: [{ rawId: ann, role: "Consumer" }] }],
      ["PATCH", `${path}/participants`, { participants }, 200, {}],
      ["GET", `${path}/participants`, undefined, 200, { value: [{ rawId: ann, role: "Presenter" }] }],
      ["DELETE", path, undefined, 204, null],
      ["DELETE", path, undefined, 204, null],
    ];
    for (const [method, where, body, status, json] of exchanges) {
      const headers = { "content-type": "application/merge-patch+json" };
      const answer = await ask({ method, target: `${where}${V}`, body, headers });
      expect([method, where, answer.status, answer.json]).toEqual([method, where, status, json]);
    }
  });

  test("users and their tokens", async () => {
    const supported = "2021-03-07, 2021-11-01, 2022-06-01, 2022-10-01, 2023-10-01, 2025-06-30";
    const accessToken = {
      token: expect.stringMatching(/^[\w-]+(\.[\w-]+){2}$/),
      expiresOn: instant,
    };
    const made = await ask({
      ...{ method: "POST", target: `/identities${IDENTITY_V}` },
      body: { createTokenWithScopes: ["voip"], expiresInMinutes: 60 },
    });
    const identity = { id: expect.stringMatching(/^8:acs:[0-9a-f-]{36}_[0-9a-f-]{36}$/) };
    expect([made.status, made.json]).toEqual([201, { identity, accessToken }]);
    expect(made.headers["api-supported-versions"]).toBe(supported);
    const path = `/identities/${encodeURIComponent(await makeUser())}`;
    // prettier-ignore
    const exchanges: [string, string, unknown, number, unknown][] = [
      ["POST", "/:issueAccessToken", { scopes: ["chat", "voip"] }, 200, accessToken],
      ["POST", "/:revokeAccessTokens", undefined, 204, null],
      ["DELETE", "", undefined, 204, null],
    ];
    for (const [method, rest, body, status, json] of exchanges) {
      const answer = await ask({ method, target: `${path}${rest}${IDENTITY_V}`, body });
      expect([rest, answer.status, answer.json]).toEqual([rest, status, json]);
    }
  });

  test("an open room says so, and one that is closed again does not", async () => {
    const body = { roomJoinPolicy: "CommunicationServiceUsers" };
    const made = await ask({ method: "POST", target: `/rooms${V}`, body });
    const room = { ...ROOM, id: roomId, pstnDialOutEnabled: false };
    expect(made.json).toEqual({ ...room, ...body });
    const target = `/rooms/${(made.json as { id: string }).id}${V}`;
    const closed = await ask({ method: "PATCH", target, body: { roomJoinPolicy: "InviteOnly" } });
    expect([closed.status, closed.json]).toEqual([200, room]);
  });
});

describe("what is refused", () => {
  const MALFORMED = "The request could not be understood by the server due to malformed syntax.";
  const RANGE = "The time range is incorrect, or larger than 180 days.";
  const details = (...list: [string, string][]) => ({
    ...{ code: "BadRequest", message: MALFORMED },
    details: list.map(([target, message]) => ({ code: "BadArgument", target, message })),
  });
  const plain = (message: string) => ({ code: "BadRequest", message });
  const seat = (role: string) => ({ participants: { [ANN]: { role } } });
  const unreadable = (name: string, path: string) =>
    details(
      [name, `The ${name} field is required.`],
      [path, `The JSON value could not be converted. Path: ${path}.`],
    );
  const ANN = `8:acs:${randomUUID()}_${randomUUID()}`;

  // prettier-ignore
  test.each<[string, string, string, unknown, object]>([
    ["a window of more than 180 days", "POST", "", { validFrom: inDays(1), validUntil: inDays(182) }, details(["ValidUntil", RANGE])],
    ["a start in more than 180 days", "POST", "", { validFrom: inDays(181), validUntil: inDays(190) }, details(["ValidFrom", "Value is incorrect or more than 180 days in the future."])],
    ["an end in the past", "POST", "", { validUntil: inDays(-1) }, details(["ValidUntil", "The time range end is in the past."])],
    ["a change of the end alone", "PATCH", "/ID", { validUntil: inDays(1) }, details(["", "validFrom and validUntil should be set together."])],
    ["a change to more than 180 days", "PATCH", "/ID", { validFrom: inDays(1), validUntil: inDays(182) }, details(["ValidUntil", RANGE])],
    ["a room's id without digits", "GET", "/invalid_id", undefined, plain("Invalid room ID.")],
    ["a room's id that is too short", "DELETE", "/123", undefined, plain("Invalid room ID length.")],
    ["a malformed id on a new roster", "POST", "", { participants: { mri: {} } }, plain("Invalid format for communication identifier.")],
    ["a malformed id to put on", "PATCH", "/ID/participants", { participants: { mri: {} } }, plain("Invalid value for the Participants.")],
    ["a malformed id to take off", "PATCH", "/ID/participants", { participants: { mri: null } }, plain("Invalid value for the Participants.")],
    ["an id that is no user of ACS", "PATCH", "/ID/participants", { participants: { "4:+4912345": {} } }, plain("Invalid value for the Participants.")],
    ["an unknown role to change to", "PATCH", "/ID/participants", seat("Chief"), unreadable("updateParticipantsRequestDto", `$.participants.${ANN}.role`)],
    ["an unknown role of a new room", "POST", "", seat("Chief"), unreadable("createRoomRequestDto", `$.participants.${ANN}.role`)],
    ["JSON that ends too early", "POST", "", "{", details(["$", "The body is not an object of JSON."])],
    ["JSON that is no object", "PATCH", "/ID", "[]", details(["$", "The body is not an object of JSON."])],
    ["a policy that there never was", "POST", "", { roomJoinPolicy: "Everybody" }, details(["$.roomJoinPolicy", "The value must be InviteOnly or CommunicationServiceUsers."])],
  ])("%s", async (_what, method, rest, body, error) => {
    const target = `/rooms${rest.replace("ID", await makeRoom())}${V}`;
    const answer = await ask({ method, target, body });
    expect([answer.status, answer.json]).toEqual([400, { error }]);
    expect(answer.headers["x-ms-error-code"]).toBe("BadRequest");
  });

  // prettier-ignore
  test.each<[string, AskedOnLine, number, object, object]>([
    ["a room that is not there", { method: "GET", target: `/rooms/99000000000000000${V}` }, 404, { code: "NotFound", message: "The server cannot find the requested resource." }, { "x-ms-error-code": "NotFound" }],
    ["a path that is not there", { method: "GET", target: `/rum${V}` }, 404, { code: "NotFound", message: "The server cannot find the requested resource." }, { "x-ms-error-code": "NotFound" }],
    ["a method that a path has not", { method: "PUT", target: `/rooms${V}`, body: {} }, 405, { code: "MethodNotAllowed", message: "The HTTP method is not allowed here." }, { allow: "POST, GET" }],
    ["no version", { method: "GET", target: "/rooms" }, 400, { code: "ApiVersionUnspecified", message: "An API version is required, but was not specified." }, { "x-ms-error-code": "ApiVersionUnspecified" }],
    ["an unknown version", { method: "GET", target: "/rooms?api-version=2022-02-01" }, 400, { code: "UnsupportedApiVersion", message: "The HTTP resource that matches the request URI 'https://acs.example.org/rooms' does not support the API version '2022-02-01'." }, { "x-ms-error-code": "UnsupportedApiVersion" }],
    ["a body of more than a megabyte", { method: "POST", target: `/rooms${V}`, body: " ".repeat(1_048_577) }, 413, { code: "RequestBodyTooLarge", message: "The request body is larger than 1048576 bytes." }, { "x-ms-error-code": "RequestBodyTooLarge", connection: "close" }],
    ["a path that cannot be decoded", { method: "GET", target: `/rooms/%E0%A4%A${V}` }, 400, plain("The path of the request cannot be decoded."), {}],
    ["half of a repeatable pair", { method: "POST", target: `/rooms${V}`, body: {}, headers: { "repeatability-request-id": randomUUID() } }, 400, plain("Repeatability-Request-ID and Repeatability-First-Sent should be set together."), {}],
    ["no signature", { method: "GET", target: `/rooms${V}`, headers: { authorization: "" } }, 401, { code: "Denied", message: "Denied by the resource provider." }, { "x-ms-error-code": "Denied", "www-authenticate": "HMAC-SHA256, Bearer" }],
    ["a hash of another body", { method: "POST", target: `/rooms${V}`, body: {}, headers: { "x-ms-content-sha256": "AAAA" } }, 401, { code: "Denied", message: "Request 'x-ms-content-sha256' differs from generated content hash." }, { "x-ms-error-code": "Denied" }],
    ["a date of long ago", { method: "GET", target: `/rooms${V}`, headers: { "x-ms-date": "Mon, 01 Jan 2024 00:00:00 GMT" } }, 401, { code: "Denied", message: "Denied by the resource provider." }, {}],
  ])("%s", async (_what, asked, status, error, headers) => {
    const answer = await ask(asked);
    expect([answer.status, answer.json]).toEqual([status, { error }]);
    expect(answer.headers).toMatchObject({ ...headers, "ms-cv": expect.any(String) });
  });

  // prettier-ignore
  test.each<[string, string, unknown, string, string]>([
    ["no scopes", "ID/:issueAccessToken", { scopes: [] }, "scopes", "Invalid scopes - Scopes field is required."],
    ["scopes that are null", "ID/:issueAccessToken", { scopes: null }, "Scopes", "Scopes: The Scopes field is required."],
    ["a token that lasts too long", "ID/:issueAccessToken", { scopes: ["voip"], expiresInMinutes: 1441 }, "ExpiresInMinutes", "ExpiresInMinutes value 1441 is invalid. Value must be within the [60, 1440] interval."],
    ["a token that ends too soon", "", { createTokenWithScopes: ["voip"], expiresInMinutes: 59 }, "ExpiresInMinutes", "ExpiresInMinutes value 59 is invalid. Value must be within the [60, 1440] interval."],
  ])("of a user: %s", async (_what, rest, body, at, message) => {
    const path = rest && `/${rest.replace("ID", encodeURIComponent(await makeUser()))}`;
    const answer = await ask({ method: "POST", target: `/identities${path}${IDENTITY_V}`, body });
    const error = { code: "ValidationError", message, target: at };
    expect([answer.status, answer.json]).toEqual([400, { error }]);
    expect(answer.headers).not.toHaveProperty("x-ms-error-code");
  });
});

describe("who is known by their host or their token", () => {
  test("a resource at a host of its own; another's opens nothing with this key", async () => {
    const other = await buildAcsWorld();
    const target = `/rooms${V}`;
    const at = (id: string) => ask({ method: "GET", target, host: `${id}.acs.example.org` });
    expect((await at(other.resource.id)).status).toBe(401);
    expect((await at(randomUUID())).status).toBe(401);
    const ids = Array.from({ length: 31 }, world.someone);
    const id = await makeRoom({ participants: Object.fromEntries(ids.map((each) => [each, {}])) });
    const { status, json } = await ask({
      ...{ method: "GET", target: `/rooms/${id}/participants${V}` },
      host: `${world.resource.id}.acs.example.org`,
    });
    expect([status, (json as { nextLink: string }).nextLink]).toEqual([
      200,
      expect.stringMatching(
        `^https://${world.resource.id}\\.acs\\.example\\.org/rooms/${id}/participants\\?nextLink=`,
      ),
    ]);
  });

  test("a bearer token of the issuer opens the one resource that it names", async () => {
    const statusWith = async (resources: unknown, audience = AUDIENCE) => {
      provider.state.programClaims = { acs_resources: resources };
      const authorization = `Bearer ${await provider.tokenFor(audience)}`;
      const asked = {
        method: "POST",
        target: `/identities${IDENTITY_V}`,
        headers: { authorization },
      };
      return (await ask(asked)).status;
    };
    const other = await buildAcsWorld();
    const [own, others] = [world.resource.id, other.resource.id];
    expect(await statusWith(undefined)).toBe(401);
    expect(await statusWith([randomUUID()])).toBe(401);
    expect(await statusWith([own, others])).toBe(401);
    expect(await statusWith([own], "https://elsewhere.example")).toBe(401);
    expect(await statusWith([own])).toBe(201);
    expect(await statusWith(own)).toBe(201);
  });
});

test("an address that sends refused proofs again and again is told to wait, another is not", async () => {
  const rooms = { method: "GET", target: `/rooms${V}` };
  const from = { "x-forwarded-for": "192.0.2.7" };
  const bad = { ...rooms, headers: { ...from, authorization: "HMAC-SHA256 nothing" } };
  for (let round = 0; round < 12; round += 1) {
    await Promise.all(Array.from({ length: 50 }, () => ask(bad)));
  }
  const { status, headers, json } = await ask({ ...rooms, headers: from });
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(json).toMatchObject({ error: { code: "TooManyRequests" } });
  expect((await ask(rooms)).status).toBe(200);
});
