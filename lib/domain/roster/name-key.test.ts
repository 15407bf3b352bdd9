import { expect, test } from "vitest";
import { nameKey } from "./name-key";

test.each([
  ["Dr Amara Okafor", "dr. amara  OKAFOR"],
  ["José Núñez", "Jose Nunez"],
  ["Ａｍａｒａ", "amara"],
  ["Ama\u200Bra", "Amara"],
])("%j looks like %j", (one, other) => expect(nameKey(one)).toBe(nameKey(other)));

test("another name stays another", () => {
  expect(nameKey("Amara Okafor")).not.toBe(nameKey("Samuel Reyes"));
});
