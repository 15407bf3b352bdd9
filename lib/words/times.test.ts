import { describe, expect, test } from "vitest";
import {
  NO_BREAK,
  isSameClock,
  minutesBetween,
  sayCountdown,
  sayDay,
  sayHours,
  sayMinutes,
  sayNext,
  sayPlace,
  sayTime,
  sayWhen,
  sayWindow,
} from "./times";

const LONDON = { language: "en-GB", timeZone: "Europe/London" };
const KATHMANDU = { language: "en-GB", timeZone: "Asia/Kathmandu" };
const at = (iso: string) => new Date(iso);
const NOW = at("2023-03-14T09:00:00Z");

describe("a time is said in the reader's zone", () => {
  test.each([
    ["2023-03-14T14:00:00Z", LONDON, "14:00"],
    ["2023-03-14T14:00:00Z", KATHMANDU, "19:45"],
    ["2023-03-14T00:00:00Z", LONDON, "00:00"],
    ["2023-07-14T14:00:00Z", LONDON, "15:00"],
  ])("%s", (instant, reader, said) => expect(sayTime(at(instant), reader)).toBe(said));
});

test("a day has its year only when it is another one", () => {
  expect(sayDay(at("2023-03-14T14:00:00Z"), LONDON, NOW)).toBe("Tue 14 March");
  expect(sayDay(at("2024-01-05T14:00:00Z"), LONDON, NOW)).toBe("Fri 5 January 2024");
});

test("today needs no date", () => {
  expect(sayWhen(at("2023-03-14T13:45:00Z"), LONDON, NOW)).toBe("13:45");
  expect(sayWhen(at("2023-03-15T13:45:00Z"), LONDON, NOW)).toBe("Wed 15 March, 13:45");
  expect(sayWhen(at("2023-03-14T18:30:00Z"), KATHMANDU, NOW)).toBe("Wed 15 March, 00:15");
});

test("a window is one line, also over midnight", () => {
  const [from, to] = [at("2023-03-14T14:00:00Z"), at("2023-03-14T14:20:00Z")];
  expect(sayWindow(from, to, LONDON, NOW)).toBe(`Tue 14 March, 14:00–${NO_BREAK}14:20`);
  expect(sayWindow(at("2023-03-14T23:30:00Z"), at("2023-03-15T00:10:00Z"), LONDON, NOW)).toBe(
    "Tue 14 March, 23:30 – Wed 15 March, 00:10",
  );
});

test("a window that runs over midnight keeps its end's time beneath its day", () => {
  const from = at("2023-03-14T23:30:00Z");
  expect(sayHours(from, at("2023-03-14T23:50:00Z"), LONDON, NOW)).toBe(`23:30–${NO_BREAK}23:50`);
  expect(sayHours(from, at("2023-03-15T00:10:00Z"), LONDON, NOW)).toBe(
    "23:30 – Wed 15 March, 00:10",
  );
});

test("what comes within a day needs no date, also past midnight", () => {
  expect(sayNext(at("2023-03-15T08:59:00Z"), LONDON, NOW)).toBe("08:59");
  expect(sayNext(at("2023-03-15T09:00:00Z"), LONDON, NOW)).toBe("Wed 15 March, 09:00");
});

test("two zones can show the same clock", () => {
  expect(isSameClock(NOW, "Europe/London", "UTC")).toBe(true);
  expect(isSameClock(at("2023-07-14T09:00:00Z"), "Europe/London", "UTC")).toBe(false);
  expect(isSameClock(NOW, "Europe/Berlin", "Europe/Madrid")).toBe(true);
});

test("a zone is a place", () => {
  expect(sayPlace("America/Argentina/Buenos_Aires")).toBe("Buenos Aires");
  expect(sayPlace("UTC")).toBe("UTC");
});

describe("a countdown", () => {
  test.each([
    ["2023-03-14T11:57:10Z", "2 h 58 min"],
    ["2023-03-14T12:00:00Z", "3 h"],
    ["2023-03-14T09:12:00Z", "12 min"],
    ["2023-03-14T09:01:00Z", "1 min"],
    ["2023-03-14T09:00:44.200Z", "45 s"],
    ["2023-03-15T08:59:59Z", "24 h"],
    ["2023-03-15T09:00:00Z", null],
    ["2023-03-14T09:00:00Z", null],
    ["2023-03-14T08:00:00Z", null],
  ])("to %s", (instant, said) => expect(sayCountdown(at(instant), NOW)).toBe(said));
});

test("minutes are whole and never negative", () => {
  expect(sayMinutes(60)).toBe("1 h");
  expect(minutesBetween(NOW, at("2023-03-14T09:03:59Z"))).toBe(3);
  expect(minutesBetween(NOW, at("2023-03-14T08:00:00Z"))).toBe(0);
});
