import { expect, test } from "vitest";
import { countedPart, lastForwarded } from "./forwarded-address";

test.each([
  [undefined, null],
  [null, null],
  ["", null],
  ["192.0.2.1, ", null],
  ["192.0.2.1", "192.0.2.1"],
  ["made up, 192.0.2.1", "192.0.2.1"],
  [["made up", "198.51.100.1, 192.0.2.1"], "192.0.2.1"],
  ["192.0.2.1:50123", "192.0.2.1"],
  ["[2001:db8::1]:50123", "2001:db8::1"],
  ["[2001:db8::1]", "2001:db8::1"],
  ["2001:db8::1", "2001:db8::1"],
])("of %j the last address counts", (header, address) => {
  expect(lastForwarded(header)).toBe(address);
});

test.each([
  ["192.0.2.1", "192.0.2.1"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"],
  ["2001:DB8:01:2::6", "2001:db8:1:2::"],
  ["2001:db8::6", "2001:db8:0:0::"],
  ["::1", "0:0:0:0::"],
  ["fe80::1", "fe80:0:0:0::"],
  ["somebody", "somebody"],
])("of %s counts %s", (address, part) => expect(countedPart(address)).toBe(part));
