import { describe, expect, test } from "vitest";
import { awaitedUntil, inLineSince } from "./line";

const SINCE = new Date("2027-03-09T14:00:00Z");
const HEARD = new Date("2027-03-09T14:10:00Z");

const minutesLater = (minutes: number) => new Date(HEARD.getTime() + minutes * 60_000);

describe("a place in line", () => {
  test("is nobody's who never came to the line", () => {
    expect(inLineSince(null, HEARD)).toBeNull();
  });

  test.each([
    ["while they are heard of", awaitedUntil(HEARD), 0, SINCE],
    ["until just before a quarter of an hour is over", HEARD, 15 - 1 / 60_000, SINCE],
    ["no longer when it is over", HEARD, 15, null],
    ["no longer weeks later", HEARD, 30_000, null],
    ["from the end of the last sign of life on", awaitedUntil(HEARD), 16.25 - 1 / 60_000, SINCE],
    ["and no longer than that", awaitedUntil(HEARD), 16.25, null],
  ])("is kept %s", (_when, until, minutes, expected) => {
    expect(inLineSince({ since: SINCE, until }, minutesLater(minutes))).toBe(expected);
  });
});

test("those behind wait 75 seconds for whoever was heard of", () => {
  expect(awaitedUntil(HEARD)).toEqual(new Date("2027-03-09T14:11:15Z"));
});
