import { expect, test } from "vitest";
import { isUnderWay } from "./is-under-way";

const now = new Date("2027-03-09T14:00:00Z");
const dueIn = (ms: number) => new Date(now.getTime() + ms);

test.each([
  ["delivered", null, false],
  ["failed", null, false],
  ["pending", dueIn(10_001), false],
  ["pending", dueIn(10_000), true],
  ["pending", dueIn(-60_000), true],
  ["pending", null, true],
] as const)("one that is %s and due at %s: %s", (state, dueAt, isSo) => {
  expect(isUnderWay({ state, dueAt }, now)).toBe(isSo);
});
