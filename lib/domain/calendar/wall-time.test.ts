import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listTimeZones, parseTimeZone } from "./time-zone";
import { isDate, isTime, toInstant, toWallTime } from "./wall-time";

const at = (date: string, time: string, zone: string) => {
  const { instant, clockChange } = toInstant({ date, time }, zone);
  return [instant.toISOString(), clockChange];
};

describe("wall time becomes an instant", () => {
  test.each([
    ["2026-03-14", "14:00", "Europe/Berlin", "2026-03-14T13:00:00.000Z", "none"],
    ["2026-07-14", "14:00", "Europe/Berlin", "2026-07-14T12:00:00.000Z", "none"],
    ["2026-03-14", "14:00", "Asia/Kathmandu", "2026-03-14T08:15:00.000Z", "none"],
    // The night the clocks go forward: 02:30 does not exist.
    ["2026-03-29", "02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z", "moved-forward"],
    ["2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z", "none"],
    ["2026-03-08", "02:00", "America/New_York", "2026-03-08T07:00:00.000Z", "moved-forward"],
    // The night they go back: 02:30 comes twice, the first is in summer time.
    ["2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z", "first-of-two"],
    ["2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z", "none"],
    // Half an hour only, and midnight itself.
    ["2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z", "moved-forward"],
    ["2026-03-08", "00:30", "America/Havana", "2026-03-08T05:30:00.000Z", "moved-forward"],
  ])("%s %s in %s is %s (%s)", (date, time, zone, instant, clockChange) =>
    expect(at(date, time, zone)).toEqual([instant, clockChange]),
  );
});

test("in every zone and every minute of ten years the wall time comes back, or is said to have moved", () => {
  const START = Date.UTC(2025, 0, 1);
  const anyWall = fc
    .integer({ min: 0, max: 10 * 366 * 24 * 60 })
    .map((minutes) => toWallTime(new Date(START + minutes * 60_000), "UTC"));
  fc.assert(
    fc.property(anyWall, fc.constantFrom(...listTimeZones()), (wall, zone) => {
      const { instant, clockChange } = toInstant(wall, zone);
      const shown = toWallTime(instant, zone);
      const isLater = `${shown.date}T${shown.time}` > `${wall.date}T${wall.time}`;
      if (clockChange === "moved-forward") expect(isLater).toBe(true);
      else expect(shown).toEqual(wall);
    }),
    { numRuns: 2000 },
  );
});

test("every clock change of ten years in every zone is noticed", () => {
  for (const zone of [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
  ]) {
    const noticed = new Set<string>();
    for (let day = 0; day < 3660; day += 1) {
      const { date } = toWallTime(new Date(Date.UTC(2025, 0, 1 + day)), "UTC");
      for (const time of ["01:45", "02:15", "02:45"]) {
        const { clockChange } = toInstant({ date, time }, zone);
        if (clockChange !== "none") noticed.add(date);
      }
    }
    // Two a year; one more at each end depending on where the ten years begin.
    expect(noticed.size).toBeGreaterThanOrEqual(19);
  }
});

describe("days and times that are none", () => {
  test.each([
    "2026-02-30",
    "2026-13-01",
    "26-01-01",
    "2026-1-1",
    "+002026-01-01",
    "14/03/2026",
    "",
    "9999-99-99",
  ])("%j is no date", (text) => expect(isDate(text)).toBe(false));
  test.each(["24:00", "7:00", "12:60", "12:00:61", "", "noon", "12:00Z"])("%j is no time", (text) =>
    expect(isTime(text)).toBe(false),
  );
  test("the last day that can be written is a date, and no time of it fails", () => {
    expect(isDate("9999-12-31")).toBe(true);
    expect(at("9999-12-31", "23:59", "Asia/Tokyo")).toEqual(["9999-12-31T14:59:00.000Z", "none"]);
  });
});

describe("time zones", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    [" UTC ", "UTC"],
  ])("%j is %s", (text, zone) => expect(parseTimeZone(text)).toBe(zone));

  test.each([
    "",
    "Berlin",
    "Mars/Olympus",
    "+02:00",
    "UTC+2",
    "../etc/passwd",
    "[UTC]",
    "Europe/Berlin[u-ca=hebrew]",
  ])("%j is none", (text) => expect(parseTimeZone(text)).toBeNull());

  test("every zone offered is accepted", () => {
    expect(listTimeZones().filter((zone) => parseTimeZone(zone) !== zone)).toEqual([]);
  });
});
