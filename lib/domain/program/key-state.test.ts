import { expect, test } from "vitest";
import { keyState } from "./key-state";

const NOW = new Date("2027-03-09T14:00:00Z");
const before = new Date(NOW.getTime() - 1);
const after = new Date(NOW.getTime() + 1);

test.each([
  [{ expiresAt: null, revokedAt: null }, "active"],
  [{ expiresAt: after, revokedAt: null }, "active"],
  [{ expiresAt: NOW, revokedAt: null }, "expired"],
  [{ expiresAt: before, revokedAt: null }, "expired"],
  [{ expiresAt: null, revokedAt: before }, "revoked"],
  [{ expiresAt: before, revokedAt: before }, "revoked"],
])("%j is %s", (key, state) => expect(keyState(key, NOW)).toBe(state));
