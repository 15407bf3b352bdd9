import { expect, test } from "vitest";
import { lastForwarded } from "./forwarded-address";

test.each([
  [undefined, null],
  [null, null],
  ["", null],
  ["192.0.2.1, ", null],
  ["192.0.2.1", "192.0.2.1"],
  ["made up, 192.0.2.1", "192.0.2.1"],
  [["made up", "198.51.100.1, 192.0.2.1"], "192.0.2.1"],
])("of %j the last address counts", (header, address) => {
  expect(lastForwarded(header)).toBe(address);
});
