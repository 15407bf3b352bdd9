import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { buildAcsWorld } from "@/lib/testing/acs-world";
import { useDatabase } from "@/lib/testing/database";
import { startIssuer } from "@/lib/testing/issuer";
import { deniedCounts } from "./denials";

const issuer = await startIssuer();
await issuer.rotateTo("first");
process.env.ACS_OIDC_ISSUER = issuer.issuer;

useDatabase();

let world: Awaited<ReturnType<typeof buildAcsWorld>>;

beforeAll(async () => {
  world = await buildAcsWorld();
});

afterAll(() => issuer.goAway());

async function makeRoomWith(kid: string) {
  const claims = { aud: "https://communication.azure.com", acs_resources: world.resource.id };
  const authorization = `Bearer ${await issuer.sign(kid, claims)}`;
  const target = "/rooms?api-version=2025-03-13";
  return world.send({ method: "POST", target, body: {}, headers: { authorization } });
}

test("while the issuer is away nobody is denied for it: they are told when to come again", async () => {
  await issuer.goAway();
  const { status, headers, json } = await makeRoomWith("first");
  expect(status).toBe(503);
  expect(headers).toMatchObject({ "Retry-After": "5", "x-ms-error-code": "ServiceUnavailable" });
  const message = "The server is temporarily unable to handle the request.";
  expect(json).toEqual({ error: { code: "ServiceUnavailable", message } });
  expect(deniedCounts().get("wrong-bearer")).toBeUndefined();

  await issuer.comeBack();
  await vi.waitFor(async () => expect((await makeRoomWith("first")).status).toBe(201), 5_000);
});

test("a token of a key that the issuer does not name is denied", async () => {
  await issuer.rotateTo("stolen");
  await issuer.rotateTo("second");
  await vi.waitFor(async () => expect((await makeRoomWith("second")).status).toBe(201), 5_000);
  expect((await makeRoomWith("stolen")).status).toBe(401);
  expect(deniedCounts().get("wrong-bearer")).toBeGreaterThan(0);
});
