import { expect, test } from "vitest";
import { MAX_POSITION, readPosition } from "./record-position";

test.each([undefined, "", "-5", "1.5", "1e3", "all", " 7", "9999999999", ["1", "2"]])(
  "%j names the beginning",
  (asked) => {
    expect(readPosition(asked)).toBe(0);
  },
);

test("a position is read as it stands", () => {
  expect(["0", "100", String(MAX_POSITION)].map(readPosition)).toEqual([0, 100, MAX_POSITION]);
});
