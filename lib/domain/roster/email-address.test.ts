import { describe, expect, test } from "vitest";
import { parseEmailAddress } from "./email-address";

describe("one strict address", () => {
  test.each([
    ["ada@example.org", "ada@example.org"],
    ["  Ada.Lovelace+clinic@Mail.Example.ORG ", "ada.lovelace+clinic@mail.example.org"],
    ["o'neil@xn--bcher-kva.example", "o'neil@xn--bcher-kva.example"],
  ])("%j is %s", (text, address) => expect(parseEmailAddress(text)).toBe(address));

  test.each([
    "",
    "ada",
    "@example.org",
    "ada@",
    "ada@localhost",
    "ada@@example.org",
    "ada@example.org,eve@example.org",
    "ada@example.org;eve@example.org",
    "ada@example.org eve@example.org",
    "Ada <ada@example.org>",
    '"ada@example.org"@evil.example',
    "ada(comment)@example.org",
    "ada@example.org\r\nBcc: eve@example.org",
    "ada\u0000@example.org",
    "ada@example..org",
    "ada@-example.org",
    "ada@[127.0.0.1]",
    ".ada@example.org",
    "аda@example.org",
    `${"a".repeat(65)}@example.org`,
    `ada@${"a.".repeat(130)}org`,
  ])("%j is none", (text) => expect(parseEmailAddress(text)).toBeNull());
});
