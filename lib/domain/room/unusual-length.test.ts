import { expect, test } from "vitest";
import { isUnusuallyLong } from "./unusual-length";

test.each([
  ["visit", 12 * 60, false],
  ["visit", 12 * 60 + 1, true],
  ["meeting", 24 * 60, false],
  ["meeting", 24 * 60 + 1, true],
  ["webinar", 72 * 60, false],
  ["webinar", 72 * 60 + 1, true],
] as const)("a %s of %i minutes is asked about: %s", (kind, minutes, isAsked) =>
  expect(isUnusuallyLong(kind, minutes)).toBe(isAsked),
);
