import { describe, expect, test } from "vitest";
import { beginsInThePast, findWindowProblem } from "./check-window";

const window = (opensAt: string, closesAt: string) => ({
  opensAt: new Date(opensAt),
  closesAt: new Date(closesAt),
});

describe("windows that cannot be", () => {
  test.each([
    ["ends before it starts", "2026-03-14T14:00Z", "2026-03-14T13:00Z", "ends-before-start"],
    ["lasts no time", "2026-03-14T14:00Z", "2026-03-14T14:00Z", "too-short"],
    ["lasts a millisecond", "2026-03-14T14:00:00.000Z", "2026-03-14T14:00:00.001Z", "too-short"],
    [
      "lasts a minute more than 180 days",
      "2026-01-01T00:00Z",
      "2026-06-30T00:01Z",
      "window-too-long",
    ],
    ["lies in the year 9999", "9999-12-31T14:00Z", "9999-12-31T15:00Z", "too-far-ahead"],
    ["has no readable end", "2026-03-14T14:00Z", "never", "not-valid"],
  ])("one that %s", (_, opensAt, closesAt, problem) =>
    expect(findWindowProblem(window(opensAt, closesAt))).toBe(problem),
  );
});

test.each([
  ["a minute", "2026-03-14T14:00Z", "2026-03-14T14:01Z"],
  ["180 days", "2026-01-01T00:00Z", "2026-06-30T00:00Z"],
])("%s is fine", (_, opensAt, closesAt) =>
  expect(findWindowProblem(window(opensAt, closesAt))).toBeNull(),
);

test("a start counts as past after five minutes of grace", () => {
  const now = new Date("2026-03-14T14:05:00Z");
  const planned = (opensAt: string) => beginsInThePast(window(opensAt, "2026-03-14T16:00Z"), now);
  expect(planned("2026-03-14T14:00:00Z")).toBe(false);
  expect(planned("2026-03-14T13:59:59Z")).toBe(true);
});
