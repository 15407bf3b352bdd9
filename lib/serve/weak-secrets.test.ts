import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { weakSecrets } from "./weak-secrets";

const random = () => randomBytes(36).toString("base64");

const secrets = (changes: Partial<Parameters<typeof weakSecrets>[0]> = {}) => ({
  AUTH_SECRET: random(),
  LIVEKIT_API_KEY: "rostrum",
  LIVEKIT_API_SECRET: random(),
  ...changes,
});

test.each([
  ["a row of one letter", "a".repeat(40)],
  ["a word, over and over", "secret-secret-secret-secret-secret-00"],
  ["an example that was kept", "change-me-change-me-change-me-change-me"],
  ["what LiveKit's manual shows", "devkey-secret-devkey-secret-devkey-1234"],
])("%s is weak", (_, weak) => {
  expect(weakSecrets(secrets({ AUTH_SECRET: weak }))).toHaveLength(1);
  expect(weakSecrets(secrets({ LIVEKIT_API_SECRET: weak }))).toHaveLength(1);
});

test("the key that everybody knows, and one secret for two purposes, are weak", () => {
  expect(weakSecrets(secrets({ LIVEKIT_API_KEY: "devkey" }))).toHaveLength(1);
  const same = random();
  expect(weakSecrets(secrets({ AUTH_SECRET: same, LIVEKIT_API_SECRET: same }))).toHaveLength(1);
});

test("random secrets are good, in each of the usual alphabets", () => {
  for (const encoding of ["base64", "base64url", "hex"] as const) {
    for (let turn = 0; turn < 200; turn += 1) {
      const secret = randomBytes(16 + (turn % 32)).toString(encoding);
      expect(weakSecrets(secrets({ AUTH_SECRET: secret }))).toEqual([]);
    }
  }
});
