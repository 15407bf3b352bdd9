import { expect, test } from "vitest";
import { percentile } from "./percentile";

test.each([
  [[5], 50, 5],
  [[4, 1, 3, 2], 50, 2],
  [[4, 1, 3, 2], 95, 4],
  [Array.from({ length: 20 }, (_, index) => index + 1), 95, 19],
  [[3, 1, 2], 100, 3],
  [[3, 1, 2], 0, 1],
])("of %j, %d percent do not exceed the value given", (values, percent, expected) => {
  expect(percentile(values, percent)).toBe(expected);
});

test("nothing measured is no number", () => {
  expect(() => percentile([], 50)).toThrow();
});
