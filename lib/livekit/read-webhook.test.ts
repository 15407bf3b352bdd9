import { createHash } from "node:crypto";
import { AccessToken } from "livekit-server-sdk";
import { expect, test } from "vitest";
import { readWebhook } from "./read-webhook";

const BODY = JSON.stringify({
  event: "participant_joined",
  id: "EV_1",
  createdAt: "1800000005",
  room: { name: "a-call" },
  participant: {
    sid: "PA_1",
    identity: "someone",
    joinedAt: "1800000004",
    joinedAtMs: "1800000004250",
  },
});

function sign(
  body: string,
  { key = process.env.LIVEKIT_API_KEY, secret = process.env.LIVEKIT_API_SECRET, ttl = "5m" } = {},
) {
  const token = new AccessToken(key, secret, { ttl });
  token.sha256 = createHash("sha256").update(body).digest("base64");
  return token.toJwt();
}

test.each([
  ["has no signature", () => Promise.resolve(null)],
  ["is signed with another secret", () => sign(BODY, { secret: "x".repeat(40) })],
  ["is signed by another key", () => sign(BODY, { key: "another" })],
  ["is signed for another body", () => sign(`${BODY} `)],
  ["is signed too long ago", () => sign(BODY, { ttl: "-60s" })],
])("a webhook is not heard when it %s", async (_, signature) => {
  expect(await readWebhook(BODY, await signature())).toBeNull();
});

test("a webhook that is signed but makes no sense is not heard", async () => {
  expect(await readWebhook("{", await sign("{"))).toBeNull();
  expect(await readWebhook("{}", await sign("{}"))).toBeNull();
});

test("a signed webhook is read", async () => {
  expect(await readWebhook(BODY, await sign(BODY))).toEqual({
    kind: "joined",
    callName: "a-call",
    identity: "someone",
    sid: "PA_1",
    joinedAt: new Date(1_800_000_004_250),
    at: new Date(1_800_000_005_000),
  });
});
