import { expect, test } from "vitest";
import { ownPath } from "./own-path";

test.each([
  "",
  "rooms",
  "//evil.example/rooms",
  "/\\evil.example",
  "/\t/evil.example",
  "https://evil.example/rooms",
  "javascript:alert(1)",
  "/..//evil.example",
  "/api/auth/callback/oidc",
  null,
  undefined,
])("%j leads to the dashboard", (text) => expect(ownPath(text)).toBe("/rooms"));

test.each(["/", "/rooms", "/rooms?past=1", "/room/0190c5a0-0000-7000-8000-000000000001"])(
  "%s leads where it says",
  (path) => expect(ownPath(path)).toBe(path),
);
