import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { SCOPES } from "@/lib/domain/program/scope";
import { makeKeySecret } from "@/lib/operations/keys/key-secret";
import {
  askEndpoint,
  buildApiWorld,
  buildKey,
  endpointOf,
  fillSample,
  sampleHeaders,
} from "@/lib/testing/api-builder";
import { buildOrganization } from "@/lib/testing/clinic-builder";
import { useDatabase } from "@/lib/testing/database";
import type { Endpoint } from "./endpoint";
import { ENDPOINTS } from "./endpoints";

useDatabase();

type World = Awaited<ReturnType<typeof buildApiWorld>>;

let ours: World;
let theirs: World;

beforeAll(async () => {
  ours = await buildApiWorld();
  theirs = await buildApiWorld();
});

/** All that our organization has, so that a refusal can be seen to have changed nothing. */
async function everything() {
  const { organizationId } = ours.room;
  const roomId = ours.room.id;
  return {
    rooms: await database().room.findMany({ where: { organizationId }, orderBy: { id: "asc" } }),
    seats: await database().seat.findMany({ where: { organizationId }, orderBy: { id: "asc" } }),
    people: await database().person.findMany({ where: { organizationId }, orderBy: { id: "asc" } }),
    links: await database().personalLink.findMany({ where: { seat: { roomId } } }),
    calls: await database().call.findMany({ where: { roomId } }),
    lines: await database().recordEntry.count({ where: { roomId } }),
    webhooks: await database().webhookEndpoint.findMany({
      where: { organizationId },
      include: { deliveries: true },
    }),
  };
}

const sampleOf = (endpoint: Endpoint) => {
  const variables = { MEMBER_ID: ours.ownerId, SEAT_ID: ours.params.seatId };
  const { query, body } = fillSample(endpoint.sample, variables);
  const headers = sampleHeaders(endpoint);
  return { ...(query && { query }), ...(body && { body }), headers };
};

const table = ENDPOINTS.map((one) => [one.id, one] as const);
const takingBodies = table.filter(([, { method }]) => method === "POST" || method === "PATCH");
const named = table.filter(([, { path }]) => path.includes("{"));

async function refused(
  attempt: Promise<{ status: number; body: unknown }>,
  status: number,
  code: string,
) {
  const answer = await attempt;
  expect(answer.body).toMatchObject({ status, code });
  expect(answer.status).toBe(status);
  return answer;
}

describe("who asks", () => {
  test.each(table)("%s wants a key, and says which kind", async (_, endpoint) => {
    const answer = await askEndpoint(endpoint, null, ours.params, sampleOf(endpoint));
    expect(answer.body).toMatchObject({ status: 401, code: "key-missing" });
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="rostrum"');
    expect(answer.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  });

  test.each([
    ["that nobody was given", () => makeKeySecret()],
    ["that is none", () => "rk_"],
    ["of another kind", () => "sk_live_0123456789"],
    ["with a sign too many", () => `${ours.secret}0`],
  ])("a key %s is refused", async (_, secret) => {
    const answer = await askEndpoint(endpointOf("getKey"), secret(), {});
    expect(answer.body).toMatchObject({ status: 401, code: "key-refused" });
    expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
  });

  test("a revoked and an expired key are refused from the next request on", async () => {
    const { secret, keyId } = await buildKey(ours.room.organizationId);
    const ask = (now = new Date()) => askEndpoint(endpointOf("getKey"), secret, {}, { now });
    expect((await ask()).status).toBe(200);
    const { expiresAt } = await database().apiKey.findUniqueOrThrow({ where: { id: keyId } });
    await refused(ask(expiresAt ?? new Date(0)), 401, "key-refused");
    await database().apiKey.update({ where: { id: keyId }, data: { revokedAt: new Date() } });
    await refused(ask(), 401, "key-refused");
  });

  test("a key in the address is refused, also beside one in its place", async () => {
    for (const query of [{ key: ours.secret }, { title: `x ${ours.secret}` }]) {
      const ask = askEndpoint(endpointOf("listRooms"), ours.secret, {}, { query });
      await refused(ask, 400, "key-in-address");
    }
  });

  test.each(table.filter(([, { scopes }]) => scopes.length > 0))(
    "%s is refused to a key that lacks any of its scopes, and changes nothing",
    async (_, endpoint) => {
      const before = await everything();
      for (const missing of endpoint.scopes) {
        const scopes = SCOPES.filter((scope) => scope !== missing);
        const { secret } = await buildKey(ours.room.organizationId, scopes);
        const members = await everything();
        const answer = await askEndpoint(endpoint, secret, ours.params, sampleOf(endpoint));
        expect(answer.body).toMatchObject({ status: 403, code: "scope-missing" });
        expect(answer.headers.get("www-authenticate")).toContain(`scope="${missing}"`);
        expect({ ...(await everything()), people: 0 }).toEqual({ ...members, people: 0 });
      }
      expect({ ...(await everything()), people: 0 }).toEqual({ ...before, people: 0 });
    },
  );
});

describe("what is another organization's", () => {
  test.each(named)("%s answers with its ids as with ids of nobody", async (_, endpoint) => {
    const before = await everything();
    const nobodys = Object.fromEntries(
      Object.keys(ours.params).map((name) => [name, randomUUID()]),
    );
    const ask = (params: Record<string, string>) =>
      askEndpoint(endpoint, theirs.secret, params, sampleOf(endpoint));
    const [foreign, none] = [await ask(ours.params), await ask(nobodys)];
    expect(foreign.status).toBe(404);
    expect(withoutInstance(foreign.body)).toEqual(withoutInstance(none.body));
    expect(foreign.announced).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  test.each(named.filter(([, { path }]) => /\{roomId\}.*\{/.test(path)))(
    "%s reaches no seat, link or call of it through one's own room",
    async (_, endpoint) => {
      const before = await everything();
      const params = { ...ours.params, roomId: theirs.room.id };
      const answer = await askEndpoint(endpoint, theirs.secret, params, sampleOf(endpoint));
      expect(answer.status).toBe(404);
      expect(await everything()).toEqual(before);
    },
  );

  test("nobody of it leads a room, sits on a roster or filters a list", async () => {
    const room = { ...sampleOf(endpointOf("createRoom")), headers: {} };
    const lead = askEndpoint(endpointOf("createRoom"), theirs.secret, {}, room);
    const { body } = await refused(lead, 422, "invalid-input");
    expect(body).toMatchObject({ errors: [{ pointer: "#/leaderId", code: "not-offered" }] });
    const seat = { body: { personId: ours.params.personId, capacity: "patient" } };
    const add = askEndpoint(endpointOf("addSeat"), theirs.secret, theirs.params, seat);
    await refused(add, 422, "invalid-input");
    const query = { personId: ours.params.personId };
    const list = await askEndpoint(endpointOf("listRooms"), theirs.secret, {}, { query });
    expect(list.body).toEqual({ items: [] });
  });

  test("lists hold nothing of it", async () => {
    for (const id of ["listRooms", "listPeople"]) {
      const { text } = await askEndpoint(endpointOf(id), theirs.secret, {});
      expect(text).not.toContain(ours.room.id);
      expect(text).not.toContain(ours.params.personId);
    }
  });
});

describe("what a request carries", () => {
  const ask = (endpoint: Endpoint, changes: object) =>
    askEndpoint(endpoint, ours.secret, ours.params, { ...sampleOf(endpoint), ...changes });

  test.each(takingBodies)(
    "%s refuses fields it doesn't know, whoever's they are",
    async (_, endpoint) => {
      const before = await everything();
      const more = {
        organizationId: randomUUID(),
        id: randomUUID(),
        version: 9,
        staffRole: "owner",
      };
      for (const [name, value] of Object.entries(more)) {
        const body = { ...sampleOf(endpoint).body, [name]: value };
        const answer = await refused(ask(endpoint, { body }), 422, "invalid-input");
        expect(answer.body).toMatchObject({
          errors: [{ pointer: `#/${name}`, code: "not-known-here" }],
        });
      }
      expect(await everything()).toEqual(before);
    },
  );

  test.each(takingBodies)(
    "%s refuses what is no JSON object, too much, or of another kind",
    async (_, endpoint) => {
      const before = await everything();
      for (const body of ["{", "[]", "null", "7", '"x"', '{"a":"\\u0000"}']) {
        await refused(ask(endpoint, { body }), 400, "body-unreadable");
      }
      const huge = JSON.stringify({ title: "x".repeat(300_000) });
      await refused(ask(endpoint, { body: huge }), 413, "body-too-large");
      for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
        const { headers, body = {} } = sampleOf(endpoint);
        const plain = { body, headers: { ...headers, "content-type": type } };
        await refused(ask(endpoint, plain), 415, "media-type-unknown");
      }
      expect(await everything()).toEqual(before);
    },
  );

  test.each(table)("%s refuses query parameters it doesn't know", async (_, endpoint) => {
    const query = { ...sampleOf(endpoint).query, orderBy: "email" };
    const { body } = await refused(ask(endpoint, { query }), 422, "invalid-input");
    expect(body).toMatchObject({ errors: [{ parameter: "orderBy", code: "not-known-here" }] });
  });

  test.each(table.filter(([, { needsVersion }]) => needsVersion))(
    "%s wants the version that was read",
    async (_, endpoint) => {
      const before = await everything();
      await refused(ask(endpoint, { headers: {} }), 428, "version-missing");
      for (const tag of ['"99"', 'W/"1"', "1", "", '"1']) {
        await refused(ask(endpoint, { headers: { "if-match": tag } }), 412, "version-outdated");
      }
      expect(await everything()).toEqual(before);
    },
  );

  test("filters are values, never conditions", async () => {
    const before = await everything();
    for (const query of [
      { personId: '{"not":null}' },
      { kind: "[object Object]" },
      { limit: "101" },
      { limit: "-1" },
      { limit: "1e3" },
      { after: "x" },
      { from: "yesterday" },
      { from: "2030-03-01" },
    ]) {
      const asked = askEndpoint(endpointOf("listRooms"), ours.secret, {}, { query });
      await refused(asked, 422, "invalid-input");
    }
    expect(await everything()).toEqual(before);
  });

  test("the address of staff stays, so no key can sign in as them", async () => {
    const params = { personId: ours.ownerId };
    const body = { email: "eve@example.org" };
    const change = askEndpoint(endpointOf("editPerson"), ours.secret, params, { body });
    const answer = await refused(change, 422, "invalid-input");
    expect(answer.body).toMatchObject({ errors: [{ code: "address-of-staff" }] });
  });
});

test("an organization without anything sees nothing", async () => {
  const { secret } = await buildKey((await buildOrganization()).id, ["rooms:read"]);
  const { body } = await askEndpoint(endpointOf("listRooms"), secret, {});
  expect(body).toEqual({ items: [] });
});

function withoutInstance(body: unknown): unknown {
  return { ...(body as object), instance: "" };
}
