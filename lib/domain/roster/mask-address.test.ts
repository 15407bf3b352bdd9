import { expect, test } from "vitest";
import { maskAddress } from "./mask-address";

test.each([
  ["jane@example.org", "j…@example.org"],
  ["j@example.org", "j…@example.org"],
  [null, null],
  ["@example.org", null],
])("%j is shown as %j", (address, masked) => expect(maskAddress(address)).toBe(masked));
