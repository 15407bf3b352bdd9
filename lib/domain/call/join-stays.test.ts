import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { joinStays } from "./join-stays";

const at = (minutes: number) => new Date(Date.UTC(2027, 2, 9, 14, 0) + minutes * 60_000);
const stay = (from: number, to: number | null) => ({
  joinedAt: at(from),
  leftAt: to === null ? null : at(to),
});

test.each([
  ["nobody came", [], []],
  ["one stay", [stay(0, 5)], [stay(0, 5)]],
  ["two devices at once", [stay(0, 5), stay(3, 9)], [stay(0, 9)]],
  ["one within the other", [stay(0, 9), stay(3, 5)], [stay(0, 9)]],
  ["a short break", [stay(0, 5), stay(5.5, 9)], [stay(0, 9)]],
  ["a real break", [stay(0, 5), stay(6, 9)], [stay(0, 5), stay(6, 9)]],
  ["in the wrong order", [stay(6, 9), stay(0, 5)], [stay(0, 5), stay(6, 9)]],
  ["still inside", [stay(0, 5), stay(5, null)], [stay(0, null)]],
  ["still inside on one of two devices", [stay(0, null), stay(3, 5)], [stay(0, null)]],
])("%s", (_what, stays, told) => expect(joinStays(stays)).toEqual(told));

describe("whoever was put out and came back within seconds was there twice", () => {
  const again = stay(5.4, 9);

  test.each([
    ["the removal comes first", [stay(0, 5), again], at(4.9), [stay(0, 5), again]],
    ["the end is known first", [stay(0, 5), again], at(5.1), [stay(0, 5), again]],
    ["the end is not known yet", [stay(0, null), again], at(5), [stay(0, 5), again]],
    ["the end is known late", [stay(0, 5.5), again], at(5), [stay(0, 5), again]],
    ["on two devices", [stay(0, 5), stay(3, 5), again], at(5), [stay(0, 5), again]],
  ])("%s", (_what, stays, putOutAt, told) => {
    expect(joinStays(stays, [putOutAt])).toEqual(told);
  });

  test("but once when they were put out before or after", () => {
    expect(joinStays([stay(0, 5), again], [at(-1), at(9)])).toEqual([stay(0, 9)]);
  });
});

const stays = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 90 }), fc.option(fc.integer({ min: 0, max: 30 })))
    .map(([from, length]) => stay(from, length === null ? null : from + length)),
);

test("told stays are in order, apart, and the same whatever the order was", () => {
  fc.assert(
    fc.property(stays, (all) => {
      const told = joinStays(all);
      expect(joinStays([...all].reverse())).toEqual(told);
      expect(joinStays(told)).toEqual(told);
      for (const [index, { joinedAt }] of told.entries()) {
        const before = told[index - 1];
        if (before) expect(before.leftAt && before.leftAt < joinedAt).toBe(true);
      }
    }),
  );
});
