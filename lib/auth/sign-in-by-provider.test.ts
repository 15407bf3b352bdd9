import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/data/client";
import { findSession } from "@/lib/data/sessions";
import { env } from "@/lib/env";
import { buildMember, buildOrganization } from "@/lib/testing/clinic-builder";
import { cookieHeader, keepCookies, type CookieJar } from "@/lib/testing/cookie-jar";
import { useDatabase } from "@/lib/testing/database";
import {
  CLIENT_ID,
  CLIENT_SECRET,
  startIdentityProvider,
  type Identity,
} from "@/lib/testing/identity-provider";
import { openProvider, returnFromProvider } from "./open-provider";
import { hashSessionToken } from "./session-cookie";

useDatabase();

const CALLBACK = "http://127.0.0.1:3000/api/auth/callback/oidc";
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;

beforeAll(async () => {
  provider = await startIdentityProvider(CALLBACK);
  Object.assign(env(), {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
  });
});
afterAll(() => provider.stop());

async function memberAddress(): Promise<string> {
  const { personId } = await buildMember((await buildOrganization()).id);
  const { email } = await database().person.findUniqueOrThrow({ where: { id: personId } });
  return email ?? "";
}

/** Goes to the provider and back as `identity`, up to the address that the provider sends to. */
async function visitProvider(identity: Identity, ours: CookieJar = {}) {
  provider.state.identity = identity;
  const start = await openProvider("/rooms/new", ours);
  const jar = keepCookies(ours, start.cookies);
  let url = start.location;
  let theirs: CookieJar = {};
  while (!url.startsWith(CALLBACK)) {
    const response = await fetch(url, {
      redirect: "manual",
      headers: { cookie: cookieHeader(theirs) },
    });
    theirs = keepCookies(theirs, response.headers.getSetCookie());
    url = new URL(response.headers.get("location") ?? "/no-redirect", url).href;
    if (url.endsWith("/no-redirect")) throw new Error(`stopped with ${response.status}`);
  }
  return {
    jar,
    query: Object.fromEntries(new URL(url).searchParams),
    start: new URL(start.location),
  };
}

async function signIn(identity: Identity, ours: CookieJar = {}) {
  const { jar, query } = await visitProvider(identity, ours);
  const answer = await returnFromProvider(query, jar);
  return { ...answer, session: keepCookies({}, answer.cookies).session };
}

const verified = (email: string, sub = `sub of ${email}`) => ({ sub, email, email_verified: true });

describe("a provider signs a member in", () => {
  test("with state, nonce and PKCE, and leads to the page they wanted", async () => {
    const email = await memberAddress();
    const { start } = await visitProvider(verified(email));
    expect([...start.searchParams.keys()]).toEqual(
      expect.arrayContaining(["state", "nonce", "code_challenge", "code_challenge_method"]),
    );
    const { location, session } = await signIn(verified(email));
    expect(location).toBe("http://127.0.0.1:3000/rooms/new");
    expect(await findSession(hashSessionToken(session ?? ""), new Date())).toMatchObject({
      address: email,
    });
  });

  test("again as the same user, keeping none of the provider's tokens", async () => {
    const email = await memberAddress();
    await signIn(verified(email));
    await signIn(verified(email.toUpperCase(), `sub of ${email}`));
    const accounts = await database().account.findMany({ where: { user: { email } } });
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ access_token: null, refresh_token: null, id_token: null });
  });
});

describe("a provider signs nobody in", () => {
  test.each<[string, (email: string) => Identity, string]>([
    [
      "whose address it has not verified",
      (email) => ({ ...verified(email), email_verified: false }),
      "not-verified",
    ],
    ["about whose address it says nothing", (email) => ({ sub: "x", email }), "not-verified"],
    ["without an address", () => ({ sub: "y", email_verified: true }), "not-verified"],
    ["who is no member", () => verified("eve@example.org"), "not-a-member"],
    ["with two addresses in one", (email) => verified(`${email},eve@example.org`), "not-verified"],
  ])("%s", async (_, identityOf, reason) => {
    const { location, session } = await signIn(identityOf(await memberAddress()));
    expect(location).toBe(`/sign-in/problem?reason=${reason}`);
    expect(session).toBeUndefined();
  });

  test("whose account signed in with another address before", async () => {
    const first = await memberAddress();
    await signIn(verified(first, "moving"));
    const { location } = await signIn(verified(await memberAddress(), "moving"));
    expect(location).toBe("/sign-in/problem?reason=not-verified");
  });

  test.each<[string, (query: Record<string, string>) => Record<string, string>]>([
    ["with a state of somebody else's", (query) => ({ ...query, state: "forged" })],
    ["without a state", ({ state: _, ...query }) => query],
    ["with a code that was never given", (query) => ({ ...query, code: "forged" })],
    ["for an answer of another issuer", (query) => ({ ...query, iss: "https://evil.example" })],
    ["when the provider refused", () => ({ error: "access_denied" })],
  ])("%s", async (_, change) => {
    const { jar, query } = await visitProvider(verified(await memberAddress()));
    const answer = await returnFromProvider(change(query), jar);
    expect(answer.location).toMatch(/^\/sign-in\/problem\?reason=(provider|unexpected)$/);
    expect(keepCookies({}, answer.cookies).session).toBeUndefined();
  });

  test("in a browser that did not start it", async () => {
    const { query } = await visitProvider(verified(await memberAddress()));
    const answer = await returnFromProvider(query, {});
    expect(answer.location).toMatch(/^\/sign-in\/problem/);
  });

  test("into the session of somebody who is signed in already", async () => {
    const victim = await memberAddress();
    const { session = "" } = await signIn(verified(victim));
    const attacker = await memberAddress();
    const after = await signIn(verified(attacker), { session });
    expect(after.session).not.toBe(session);
    const accounts = await database().account.findMany({ where: { user: { email: victim } } });
    expect(accounts.map(({ providerAccountId }) => providerAccountId)).toEqual([
      `sub of ${victim}`,
    ]);
  });

  test("and sends nobody to another site", async () => {
    const { jar, query } = await visitProvider(verified(await memberAddress()));
    const forged = { ...jar, "next-auth.callback-url": "https://evil.example/" };
    const answer = await returnFromProvider(
      { ...query, callbackUrl: "https://evil.example/" },
      forged,
    );
    expect(new URL(answer.location, "http://127.0.0.1:3000").origin).toBe("http://127.0.0.1:3000");
  });
});
