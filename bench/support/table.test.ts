import { expect, test } from "vitest";
import { drawTable } from "./table";

test("a row says whether its target is reached, and a row without one says nothing", () => {
  const table = drawTable([
    { what: "slow", value: 1_234.5, unit: "ms", target: { atMost: 1_000 } },
    { what: "many", value: 612.4, unit: "/s", target: { atLeast: 500 }, note: "1,265 of another" },
    { what: "ratio", value: 0.70812, unit: "of the peer's", target: null },
  ]);
  expect(table.split("\n").slice(1)).toEqual([
    "slow   1235 ms              ≤ 1000  MISSED",
    "many   612 /s               ≥ 500   reached  1,265 of another",
    "ratio  0.708 of the peer's",
  ]);
});
