import { expect, test } from "vitest";
import { formatInstant, parseInstant, toInstant } from "./instant";

// prettier-ignore
const READ: [given: string, text: string, at: string][] = [
  ["2024-01-04T13:46:26Z",                "2024-01-04T13:46:26",         "2024-01-04T13:46:26.000Z"],
  ["2024-01-04T13:46:26.470Z",            "2024-01-04T13:46:26.47",      "2024-01-04T13:46:26.470Z"],
  ["2024-01-04T13:46:26.000000Z",         "2024-01-04T13:46:26",         "2024-01-04T13:46:26.000Z"],
  ["2024-01-04T13:46:26.470687Z",         "2024-01-04T13:46:26.470687",  "2024-01-04T13:46:26.470Z"],
  ["2024-01-04T13:46:26.4706871+00:00",   "2024-01-04T13:46:26.4706871", "2024-01-04T13:46:26.470Z"],
  ["2024-01-04T13:46:26.470687199Z",      "2024-01-04T13:46:26.4706871", "2024-01-04T13:46:26.470Z"],
  ["2024-01-04T14:46:26.0000001+01:00",   "2024-01-04T13:46:26.0000001", "2024-01-04T13:46:26.000Z"],
  ["2024-01-04T23:46:26-05:30",           "2024-01-05T05:16:26",         "2024-01-05T05:16:26.000Z"],
  ["2024-02-29T00:00:00z",                "2024-02-29T00:00:00",         "2024-02-29T00:00:00.000Z"],
  ["2024-01-04T13:46:26",                 "2024-01-04T13:46:26",         "2024-01-04T13:46:26.000Z"],
];

test.each(READ)("%s is an instant", (given, text, at) => {
  expect(parseInstant(given)).toEqual({ text, at: new Date(at) });
});

test.each([
  "",
  "tomorrow",
  "2024-01-04",
  "2023-02-29T00:00:00Z",
  "2024-02-30T00:00:00Z",
  "2024-01-04T24:00:00Z",
  "2024-01-04T13:60:00Z",
  "2024-01-04T13:46:26.Z",
  "2024-01-04T13:46:26.1234567890Z",
  "2024-01-04T13:46:26+99:00",
  "1704375986",
  "9999-12-31T23:59:59-00:01",
  "0000-01-01T00:00:00+00:01",
])("%j is none", (given) => {
  expect(parseInstant(given)).toBeNull();
});

test("what is written is read back the same", () => {
  for (const [given] of READ) {
    const instant = parseInstant(given);
    if (!instant) throw new Error(given);
    expect(parseInstant(formatInstant(instant))).toEqual(instant);
    expect(toInstant(instant.at).at).toEqual(instant.at);
  }
  expect(formatInstant(toInstant(new Date("2024-01-04T13:46:26.470Z")))).toBe(
    "2024-01-04T13:46:26.47+00:00",
  );
});
