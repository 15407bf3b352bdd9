import { expect, test } from "vitest";
import { staysUntil } from "./stays-until";

const at = (minutes: number) => new Date(Date.UTC(2027, 2, 9, 14, 0) + minutes * 60_000);
const stay = (joined: number, left: number | null) => ({
  joinedAt: at(joined),
  leftAt: left === null ? null : at(left),
});

test.each([
  ["began later", stay(11, 20), []],
  ["began at that instant", stay(10, null), []],
  ["was over before", stay(0, 5), [stay(0, 5)]],
  ["ended later", stay(0, 15), [stay(0, 10)]],
  ["goes on", stay(0, null), [stay(0, 10)]],
])("of a stay that %s", (_, one, told) => expect(staysUntil([one], at(10))).toEqual(told));
