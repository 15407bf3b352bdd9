import { expect, test } from "vitest";
import { toldOfPlan } from "./told";

const guest = (email: string | null) => ({ person: { email } });

test.each([
  ["nobody but who leads it", [], "created-alone"],
  ["somebody with an address", [guest("samuel@example.org")], "created"],
  ["somebody without one", [guest("samuel@example.org"), guest(null)], "created-silent"],
])("a new room with %s is told as such", (_, seats, told) => {
  expect(toldOfPlan(seats)).toBe(told);
});
