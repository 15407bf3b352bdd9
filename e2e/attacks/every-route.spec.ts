import { randomBytes, randomUUID } from "node:crypto";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { expect, test } from "../fixtures";
import { addressOf, appRoutes, type AppRoute } from "../support/app-routes";
import { sql, sqlRow } from "../support/database";
import { environment } from "../support/environment";
import {
  makeAcsResource,
  makeKey,
  makeMember,
  makeOrganization,
  makeRoom,
  makeSeat,
  type Member,
} from "../support/world";

/** Addresses that anybody may open, and what they answer to somebody who is not signed in. */
const PUBLIC: Record<string, number[]> = {
  "/": [200],
  "/sign-in": [200],
  "/sign-in/check-mail": [200],
  "/sign-in/problem": [200],
  // Without a link in it, it leads to the page about links that don't work.
  "/sign-in/link": [307],
  "/sign-in/link/open": [303],
  "/developers": [200],
  "/api/v1/openapi.json": [200],
};

/** Addresses with a proof of their own, which cookies have nothing to do with. */
const OTHER_PROOF = [
  "/api/livekit/webhook",
  "/api/gate",
  "/api/auth/callback/oidc",
  "/sign-in/provider",
  ...["join", "keep-place", "state", "live", "mute", "remove", "end", "left"].map(
    (verb) => `/api/calling/[roomId]/${verb}`,
  ),
];

/** Addresses that answer everybody with a decision; to a stranger with a refusal and nothing else. */
const DECIDES = [
  "/room/[roomId]",
  "/room/[roomId]/state",
  "/room/[roomId]/join",
  "/room/[roomId]/forget",
];

const SECRETS = { title: "A title that only its people know", person: "Quintessa Marbury" };
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

async function makeTarget() {
  const organization = await makeOrganization();
  const owner = await makeMember(organization);
  const room = await makeRoom(organization, { title: SECRETS.title });
  const seat = await makeSeat(room, "patient", SECRETS.person);
  const { personId } = owner;
  const own = await sqlRow<{ linkId: string; callId: string; keyId: string }>(
    `WITH call AS (INSERT INTO calls (id, room_id, name) VALUES (uuidv7(), $1, $2) RETURNING id),
       key AS (INSERT INTO api_keys (id, organization_id, name, prefix, secret_hash, scopes)
         VALUES (uuidv7(), $3, 'Records system', 'rk_AAAAAA', $4, '{rooms:read}') RETURNING id)
     SELECT call.id AS "callId", key.id AS "keyId", l.id AS "linkId"
     FROM call, key, personal_links l WHERE l.seat_id = $5`,
    [room.id, randomUUID(), organization.id, randomBytes(32), seat.id],
  );
  const { webhookId } = await sqlRow<{ webhookId: string }>(
    `INSERT INTO webhook_endpoints (id, organization_id, url, secret)
     VALUES (uuidv7(), $1, 'https://example.org/hook', $2) RETURNING id AS "webhookId"`,
    [organization.id, randomBytes(64)],
  );
  const resource = { resourceId: await makeAcsResource(organization), slot: "primary" };
  const webhook = { webhookId, endpointId: webhookId, deliveryId: randomUUID() };
  const ids = { roomId: room.id, seatId: seat.id, personId, ...webhook, ...resource, ...own };
  const params = { ...ids, token: "A".repeat(22), path: "nothing" };
  return { organization, owner, room, seat, params };
}

type Target = Awaited<ReturnType<typeof makeTarget>>;

/** Every field that any of our forms knows, pointing at the target. */
const bodyFor = ({ room, seat, organization }: Target) => ({
  ...{ roomId: room.id, seatId: seat.id, organizationId: organization.id, version: 1 },
  ...{ role: "presenter", capacity: "clinician", minutes: 5, name: "Eve", reason: "none" },
  ...{ takeOver: true, withheld: [], sources: [], title: "Taken over", token: "A".repeat(22) },
  ...{ email: "eve@example.org", device: "phone" },
});

async function stateOf({ room }: Target): Promise<string> {
  const rows = await sql(
    `SELECT to_jsonb(r) AS room,
       (SELECT jsonb_agg(to_jsonb(s) ORDER BY s.id) FROM seats s WHERE s.room_id = r.id) AS seats,
       (SELECT count(*) FROM personal_links l JOIN seats s ON s.id = l.seat_id WHERE s.room_id = r.id) AS links,
       (SELECT count(*) FROM calls c WHERE c.room_id = r.id) AS calls
     FROM rooms r WHERE r.id = $1`,
    [room.id],
  );
  return JSON.stringify(rows);
}

const cookieOf = (member: Member) => ({ cookie: `session=${member.sessionToken}` });

function ask(
  request: APIRequestContext,
  method: string,
  address: string,
  headers: Record<string, string>,
  data?: unknown,
): Promise<APIResponse> {
  return request.fetch(environment.baseUrl + address, {
    method,
    headers: { "sec-fetch-site": "same-origin", origin: environment.baseUrl, ...headers },
    maxRedirects: 0,
    ...(method === "POST" && { data }),
    // The live channel never ends, so a request that is let in there shows as a timeout.
    timeout: 10_000,
  });
}

/** Refused, not there, or asked to sign in; and not a word of what is there. */
async function expectNothing(answer: APIResponse, method: string, pattern: string): Promise<void> {
  const what = `${method} ${pattern}`;
  const location = answer.headers()["location"] ?? "";
  const asksToSignIn = [303, 307].includes(answer.status()) && /^\/sign-in(\?|$)/.test(location);
  const isRefused = answer.status() >= 400 && answer.status() < 500;
  const isDecided = DECIDES.includes(pattern) && answer.status() === 200;
  const text = await answer.text();
  const seen = `${what}: ${answer.status()} ${location} ${text.slice(0, 200)}`;
  expect(asksToSignIn || isRefused || isDecided, seen).toBe(true);
  if (isDecided && !text.startsWith("<")) expect(text, what).toContain('"kind":"refuse"');
  expectNoSecrets(text, what);
}

function expectNoSecrets(text: string, what: string): void {
  for (const secret of Object.values(SECRETS))
    expect(text.includes(secret), `${what} tells "${secret}"`).toBe(false);
}

const isGuarded = ({ pattern }: AppRoute) => !(pattern in PUBLIC) && !OTHER_PROOF.includes(pattern);
const routes = appRoutes();

test("the lists above name only addresses that exist", () => {
  const patterns = routes.map(({ pattern }) => pattern);
  expect(
    [...Object.keys(PUBLIC), ...OTHER_PROOF].filter((name) => !patterns.includes(name)),
  ).toEqual([]);
});

test("whoever is not signed in gets nothing from any address but the public ones", async ({
  request,
}) => {
  const target = await makeTarget();
  const before = await stateOf(target);
  for (const route of routes.filter(isGuarded)) {
    const address = addressOf(route, target.params);
    for (const method of METHODS) {
      const answer = await ask(request, method, address, {}, bodyFor(target));
      const what = `${method} ${route.pattern}`;
      if (method === "OPTIONS" || method === "HEAD") expectNoSecrets(await answer.text(), what);
      else await expectNothing(answer, method, route.pattern);
    }
  }
  expect(await stateOf(target)).toBe(before);
});

test("a member of another organization gets nothing of this one from any address", async ({
  request,
}) => {
  const target = await makeTarget();
  const stranger = await makeMember(await makeOrganization(), "Eve Stranger");
  const before = await stateOf(target);
  for (const route of routes.filter((each) => isGuarded(each) && each.pattern.includes("["))) {
    const address = addressOf(route, target.params);
    for (const method of route.methods.filter((each) => each !== "OPTIONS")) {
      const answer = await ask(request, method, address, cookieOf(stranger), bodyFor(target));
      await expectNothing(answer, method, route.pattern);
    }
  }
  expect(await stateOf(target)).toBe(before);
});

test("a program of another organization gets nothing of this one from any address of the API", async ({
  request,
}) => {
  const target = await makeTarget();
  const authorization = `Bearer ${await makeKey(await makeOrganization())}`;
  const before = await stateOf(target);
  const ofTheApi = routes.filter(({ pattern }) => /^\/api\/v1\/.*\[/.test(pattern));
  for (const route of ofTheApi) {
    const address = addressOf(route, target.params);
    for (const method of METHODS.filter((each) => each !== "OPTIONS")) {
      const headers = { authorization, "if-match": "*" };
      const answer = await ask(request, method, address, headers, bodyFor(target));
      await expectNothing(answer, method, route.pattern);
      if (method !== "HEAD")
        expect(answer.headers()["content-type"]).toMatch(/^application\/problem/);
    }
  }
  expect(ofTheApi.length).toBeGreaterThan(10);
  expect(await stateOf(target)).toBe(before);
});

test("what is another organization's looks like what does not exist", async ({ request }) => {
  const target = await makeTarget();
  const stranger = await makeMember(await makeOrganization(), "Eve Stranger");
  const nowhere = { ...target.params, roomId: randomUUID(), seatId: randomUUID() };
  for (const route of routes.filter((each) => each.pattern.startsWith("/rooms/["))) {
    const [theirs, nobodys] = await Promise.all(
      [target.params, nowhere].map((params) =>
        ask(request, "GET", addressOf(route, params), cookieOf(stranger)),
      ),
    );
    expect(theirs?.status(), route.pattern).toBe(nobodys?.status());
    expect(theirs?.status(), route.pattern).toBe(404);
  }
});

test("the public addresses answer", async ({ request }) => {
  for (const route of routes.filter(({ pattern }) => pattern in PUBLIC)) {
    for (const method of route.methods) {
      const answer = await ask(request, method, route.pattern, {}, { token: "made-up" });
      expect(PUBLIC[route.pattern], `${method} ${route.pattern}`).toContain(answer.status());
    }
  }
});

test("a form of a member's page does nothing when a stranger sends it", async ({
  request,
  newGuest,
}) => {
  const target = await makeTarget();
  const stranger = await makeMember(await makeOrganization(), "Eve Stranger");
  const owner = await newGuest("owner", { member: target.owner });
  const before = await stateOf(target);
  const pages = routes.filter(
    ({ pattern, kind }) => kind === "page" && pattern.startsWith("/rooms/["),
  );
  let sent = 0;
  for (const route of pages) {
    const address = addressOf(route, target.params);
    await owner.page.goto(address);
    const forms = await owner.page.evaluate(() =>
      [...document.querySelectorAll("form")].map((form) =>
        // What was typed comes back with an answer, so only what we put in may be there.
        [...new FormData(form)].map(([name, value]) => [
          name,
          name === "title" ? "x" : String(value),
        ]),
      ),
    );
    for (const fields of forms.filter((each) =>
      each.some(([name]) => name?.startsWith("$ACTION")),
    )) {
      const answer = await request.post(environment.baseUrl + address, {
        multipart: Object.fromEntries(fields) as Record<string, string>,
        headers: {
          ...cookieOf(stranger),
          "sec-fetch-site": "same-origin",
          origin: environment.baseUrl,
        },
        maxRedirects: 0,
      });
      expectNoSecrets(await answer.text(), `a form of ${route.pattern}`);
      sent++;
    }
  }
  expect(sent, "forms found").toBeGreaterThan(3);
  expect(await stateOf(target)).toBe(before);
});
