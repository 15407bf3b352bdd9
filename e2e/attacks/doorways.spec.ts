import { expect, test } from "../fixtures";
import { environment } from "../support/environment";
import { makeMember, makeOrganization, makeRoom } from "../support/world";

const url = (path: string) => environment.baseUrl + path;
const TITLE = "A title that only its people know";

async function makeDashboard() {
  const organization = await makeOrganization();
  const room = await makeRoom(organization, { title: TITLE });
  const owner = await makeMember(organization);
  return { room, cookie: `session=${owner.sessionToken}` };
}

/** Headers by which Next's own parts talk to each other; from outside they must mean nothing. */
const INTERNAL_HEADERS: Record<string, string>[] = [
  { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-subrequest": "src/proxy" },
  { "x-middleware-rewrite": "/rooms" },
  { "x-middleware-override-headers": "cookie", "x-middleware-request-cookie": "session=x" },
  { "x-nextjs-data": "1" },
  { "x-matched-path": "/rooms" },
  { "x-invoke-path": "/rooms", "x-invoke-status": "200" },
  { "x-page-path": "https://evil.example/", "x-request-id": "forged" },
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1" },
  { rsc: "1", "next-router-segment-prefetch": "/_tree" },
];

for (const headers of INTERNAL_HEADERS) {
  test(`the header ${JSON.stringify(headers)} opens nothing`, async ({ request }) => {
    await makeDashboard();
    const answer = await request.get(url("/rooms"), { headers, maxRedirects: 0 });
    expect(await answer.text()).not.toContain(TITLE);
    const location = answer.headers()["location"] ?? "";
    expect(location).not.toContain("evil.example");
  });
}

test("other spellings of a page's address show nothing either", async ({ request }) => {
  const { room } = await makeDashboard();
  const spellings = [
    ...["/rooms.rsc", "/rooms.txt", "/rooms.segments/_tree.segment.rsc", "/rooms/"],
    ...["//rooms", "/%72ooms", "/rooms%2f", "/./rooms", "/ROOMS", "/en/rooms", "/rooms/index"],
    ...["/_next/data/x/rooms.json", `/rooms%2f${room.id}`, `/rooms/${room.id}.rsc`],
    ...[
      `/rooms/x?roomId=${room.id}`,
      `/rooms/x?nxtProomId=${room.id}`,
      "/_next/image?url=/rooms&w=64&q=75",
    ],
  ];
  for (const path of spellings) {
    const answer = await request.get(url(path), { maxRedirects: 3 });
    expect(await answer.text(), path).not.toContain(TITLE);
  }
});

test("a made-up server action is answered, not obeyed, and breaks nothing", async ({ request }) => {
  const { cookie } = await makeDashboard();
  const bodies = [
    "[]",
    "{",
    '["$F1"]',
    '[{"__proto__":{"x":1}}]',
    "$".repeat(10_000),
    '["$K1","$@1"]',
  ];
  for (const id of ["0".repeat(40), "x", "__proto__", "constructor"]) {
    for (const data of bodies) {
      const headers = { cookie, "next-action": id, "content-type": "text/plain;charset=UTF-8" };
      const answer = await request.post(url("/sign-in"), { headers, data, maxRedirects: 0 });
      expect(answer.status(), `${id} ${data.slice(0, 20)}`).toBeGreaterThanOrEqual(300);
      expect(answer.status(), `${id} ${data.slice(0, 20)}`).toBeLessThan(500);
    }
  }
  expect((await request.get(url("/sign-in"))).status()).toBe(200);
});

test("an origin that is no address is refused", async ({ request }) => {
  for (const origin of ["null/", "http://", "javascript:1 2", "%"]) {
    const answer = await request.post(url("/sign-in"), { headers: { origin }, data: "[]" });
    expect(answer.status(), origin).toBeLessThan(500);
  }
});

test("a foreign page can change nothing with a member's cookies", async ({ request }) => {
  const { cookie } = await makeDashboard();
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
    { origin: "https://evil.example" },
    { origin: "null" },
    {},
  ];
  for (const headers of foreign) {
    const answer = await request.post(url("/organization/choose"), {
      headers: { cookie, ...headers },
      form: { organizationId: "0190c5a0-0000-7000-8000-000000000001" },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: "foreign-origin" });
  }
});

test("next-auth's own doors are closed: a session can be neither read nor rewritten", async ({
  request,
}) => {
  const { cookie } = await makeDashboard();
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  for (const path of [
    "session",
    "csrf",
    "providers",
    "signin",
    "signout",
    "signin/email",
    "callback/email",
    "_log",
  ]) {
    const data = {
      email: "eve@example.org",
      role: "owner",
      data: { user: { email: "eve@example.org" } },
    };
    expect((await request.get(url(`/api/auth/${path}`), { headers })).status(), path).toBe(404);
    expect((await request.post(url(`/api/auth/${path}`), { headers, data })).status(), path).toBe(
      404,
    );
  }
});

test("every answer says how it may be used", async ({ request }) => {
  const { cookie } = await makeDashboard();
  for (const path of [
    "/",
    "/sign-in",
    "/rooms",
    "/nowhere",
    "/join/AAAAAAAAAAAAAAAAAAAAAA",
    "/room/x/state",
  ]) {
    const headers = (
      await request.get(url(path), { headers: { cookie }, maxRedirects: 0 })
    ).headers();
    expect(headers["content-security-policy"], path).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w+/=]+' 'strict-dynamic'; .*frame-ancestors 'none'/,
    );
    expect(headers["cache-control"], path).toContain("no-store");
    expect(headers["x-content-type-options"], path).toBe("nosniff");
    expect(headers["cross-origin-opener-policy"], path).toBe("same-origin");
    expect(headers["cross-origin-resource-policy"], path).toBe("same-origin");
    expect(headers["x-powered-by"], path).toBeUndefined();
  }
});

test("each answer has a nonce of its own", async ({ request }) => {
  const nonceOf = async () =>
    /'nonce-([^']+)'/.exec(
      (await request.get(url("/sign-in"))).headers()["content-security-policy"] ?? "",
    )?.[1];
  const nonces = [await nonceOf(), await nonceOf(), await nonceOf()];
  expect(new Set(nonces).size).toBe(3);
});
