import { describe, expect, test } from "vitest";
import { scheduleQuery, writePlace } from "./schedule-query";

const PLACE = {
  at: new Date("2026-03-14T13:00:00.000Z"),
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
};

const NOTHING = { tab: "coming", search: null, beyond: null };

test("a place survives its way through an address", () => {
  const { beyond } = scheduleQuery.parse({ later: writePlace(PLACE) });
  expect(beyond).toEqual({ place: PLACE, direction: "later" });
});

test("earlier and later, tab and search are read", () => {
  const query = { tab: "past", search: "  Okafor ", earlier: writePlace(PLACE) };
  expect(scheduleQuery.parse(query)).toEqual({
    tab: "past",
    search: "Okafor",
    beyond: { place: PLACE, direction: "earlier" },
  });
});

describe("what cannot be read counts as not asked", () => {
  test.each<[string, Record<string, unknown>]>([
    ["nothing", {}],
    ["another tab", { tab: "all" }],
    ["two tabs", { tab: ["past", "past"] }],
    ["a search of spaces and control characters", { search: " \u0000\n " }],
    ["a place without an id", { later: "2026-03-14T13:00:00.000Z_" }],
    ["a place with a forged id", { later: "2026-03-14T13:00:00.000Z_1' OR true" }],
    ["a place on a day that does not exist", { later: `2026-99-14T13:00:00.000Z_${PLACE.id}` }],
    ["a place that is an object", { later: { at: 1 } }],
  ])("%s", (_, query) => expect(scheduleQuery.parse(query)).toEqual(NOTHING));
});

test("a search is cut to 100 characters", () => {
  expect(scheduleQuery.parse({ search: "a".repeat(5000) }).search).toHaveLength(100);
});
