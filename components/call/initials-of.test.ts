import { expect, it } from "vitest";
import { initialsOf } from "./initials-of";

it.each([
  ["Dr Amara Okafor", "AO"],
  ["Samuel", "S"],
  ["  Ana  Maria   de Souza ", "AS"],
  ["Øystein Ødegård", "ØØ"],
  ["𝒜lan", "𝒜"],
  ["Prof. Dr", ""],
  ["", ""],
])("the initials of %o are %o", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
