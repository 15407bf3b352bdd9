import type { ServerResponse } from "node:http";
import { errors, type FlattenedJWSInput } from "jose";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startIssuer } from "@/lib/testing/issuer";
import { IssuerAway, IssuerKeys } from "./issuer-keys";

/** As long as nothing is asked again. */
const PAUSE_MS = 1_000;

let issuer: Awaited<ReturnType<typeof startIssuer>>;
let keys: IssuerKeys;

beforeEach(async () => {
  // The clock alone: what waits for the network waits for real.
  vi.useFakeTimers({ toFake: ["Date", "performance"] });
  issuer = await startIssuer();
  await issuer.rotateTo("first");
  keys = new IssuerKeys(issuer.issuer);
});

afterEach(async () => {
  vi.useRealTimers();
  await issuer.goAway();
});

const UNUSED: FlattenedJWSInput = { payload: "", signature: "" };
const keyNamed = (kid: string) => keys.keyFor({ alg: "ES256", kid }, UNUSED);

const text = (body: string) => (response: ServerResponse) => void response.end(body);

const OUT_OF_ORDER = {
  "never answers": () => undefined,
  "never ends its answer": (response: ServerResponse) => void response.write('{"keys":['),
  "breaks off": (response: ServerResponse) =>
    void response.writeHead(200).write("{", () => response.destroy()),
  "answers with a page": text("<!doctype html><title>Sign in</title>"),
  "answers with other JSON": text('{"keys":7}'),
  "answers without end": (response: ServerResponse) => {
    const more = () => void (response.destroyed || response.write("x".repeat(65_536), more));
    more();
  },
  "sends elsewhere": (response: ServerResponse) =>
    void response.writeHead(302, { location: "/elsewhere" }).end(),
  fails: (response: ServerResponse) => void response.writeHead(500).end("{}"),
};

for (const [what, instead] of Object.entries(OUT_OF_ORDER)) {
  test(`an issuer that ${what} is away, until it is well again`, async () => {
    issuer.state.instead = instead;
    await expect(keyNamed("first")).rejects.toThrow(IssuerAway);
    issuer.state.instead = undefined;
    vi.advanceTimersByTime(PAUSE_MS);
    expect(await keyNamed("first")).toBeDefined();

    issuer.state.instead = instead;
    vi.advanceTimersByTime(PAUSE_MS);
    await expect(keyNamed("second")).rejects.toThrow(IssuerAway);
    expect(await keyNamed("first")).toBeDefined();
  }, 20_000);
}

test("an issuer that nobody reaches, or that calls itself another, is away", async () => {
  await issuer.goAway();
  await expect(keyNamed("first")).rejects.toThrow(IssuerAway);
  await issuer.comeBack();
  issuer.state.instead = text(
    JSON.stringify({ issuer: "https://b.example", jwks_uri: "https://b.example" }),
  );
  vi.advanceTimersByTime(PAUSE_MS);
  await expect(keyNamed("first")).rejects.toThrow(IssuerAway);
});

test("a key that the issuer rotated in counts at once, and the one that it took away does not", async () => {
  await keyNamed("first");
  await issuer.rotateTo("second");
  vi.advanceTimersByTime(PAUSE_MS);
  expect(await keyNamed("second")).toBeDefined();
  await expect(keyNamed("first")).rejects.toThrow(errors.JWKSNoMatchingKey);
});

test("strangers who name keys that never were make nobody ask more than once a second", async () => {
  const strangers = () =>
    Promise.allSettled(Array.from({ length: 100 }, (_, nth) => keyNamed(`stranger ${nth}`)));
  await keyNamed("first");
  expect(issuer.keysAsked()).toBe(1);
  for (let second = 1; second <= 3; second += 1) {
    vi.advanceTimersByTime(PAUSE_MS);
    await strangers();
    for (const answer of await strangers()) {
      expect(answer).toMatchObject({ reason: { code: "ERR_JWKS_NO_MATCHING_KEY" } });
    }
    expect(issuer.keysAsked()).toBe(1 + second);
  }

  issuer.state.instead = OUT_OF_ORDER["breaks off"];
  vi.advanceTimersByTime(PAUSE_MS);
  await strangers();
  for (const answer of await strangers()) {
    expect(answer).toMatchObject({ reason: { name: "IssuerAway" } });
  }
  expect(issuer.keysAsked()).toBe(5);
  expect(await keyNamed("first")).toBeDefined();
});
