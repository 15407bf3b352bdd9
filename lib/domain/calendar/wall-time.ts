import { Temporal } from "temporal-polyfill";

/** A day and a time of day as a clock on the wall shows them: "2026-03-14" and "14:00". */
export type WallTime = { date: string; time: string };

/**
 * What the clocks did to a wall time: nothing; it does not exist that day and was moved forward by
 * as much as the clocks were; or it comes twice and the first was taken.
 */
export type ClockChange = "none" | "moved-forward" | "first-of-two";

export type PlacedTime = { instant: Date; clockChange: ClockChange };

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^\d{2}:\d{2}$/;

/** Whether `text` is a calendar day that exists, written as in ISO 8601. */
export function isDate(text: string): boolean {
  return DATE.test(text) && isReadable(() => Temporal.PlainDate.from(text));
}

/** Whether `text` is a time of day from 00:00 to 23:59. */
export function isTime(text: string): boolean {
  return TIME.test(text) && isReadable(() => Temporal.PlainTime.from(text));
}

/**
 * The instant at which clocks in `timeZone` (IANA name) show the wall time. Expects what `isDate`,
 * `isTime` and `parseTimeZone` have accepted.
 */
export function toInstant({ date, time }: WallTime, timeZone: string): PlacedTime {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const placed = wall.toZonedDateTime(timeZone, { disambiguation: "compatible" });
  const instant = new Date(placed.epochMilliseconds);
  if (!placed.toPlainDateTime().equals(wall)) return { instant, clockChange: "moved-forward" };
  const second = wall.toZonedDateTime(timeZone, { disambiguation: "later" });
  return { instant, clockChange: second.equals(placed) ? "none" : "first-of-two" };
}

/** What clocks in `timeZone` show at an instant, to the minute. */
export function toWallTime(instant: Date, timeZone: string): WallTime {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime();
  return {
    date: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

function isReadable(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
