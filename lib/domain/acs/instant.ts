/**
 * An instant as the wire carries it: `text` is UTC without a zone and with up to seven fraction
 * digits, none of them a zero at the end; `at` is the same, cut to the millisecond.
 */
export type Instant = { text: string; at: Date };

// RFC 3339 with up to nine fraction digits. Without an offset it is UTC.
const FORM = /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?([Zz]|[+-]\d\d:\d\d)?$/;

const FRACTION_DIGITS = 7;

/** The instant that a text denotes, finer digits than the seventh cut off; null when it is none. */
export function parseInstant(text: string): Instant | null {
  const [, date, time, fraction = "", offset = "Z"] = FORM.exec(text) ?? [];
  if (!date || !time) return null;
  const seconds = new Date(`${date}T${time}${offset.toUpperCase()}`);
  if (Number.isNaN(seconds.getTime()) || !isOnCalendar(date, time)) return null;
  const instant = instantOf(seconds, fraction.slice(0, FRACTION_DIGITS));
  // Its offset may lead to a year that four digits do not hold.
  return Number.isNaN(instant.at.getTime()) ? null : instant;
}

export function toInstant(at: Date): Instant {
  return instantOf(at, String(at.getUTCMilliseconds()).padStart(3, "0"));
}

/** As responses carry it: `2024-01-04T13:46:26.4706871+00:00`. */
export function formatInstant({ text }: Instant): string {
  return `${text}+00:00`;
}

function instantOf(seconds: Date, fraction: string): Instant {
  const whole = seconds.toISOString().slice(0, "YYYY-MM-DDThh:mm:ss".length);
  const digits = fraction.replace(/0+$/, "");
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  return { text: digits ? `${whole}.${digits}` : whole, at: new Date(`${whole}.${milliseconds}Z`) };
}

// `Date` turns the 30th of February into March; here it is no date at all.
function isOnCalendar(date: string, time: string): boolean {
  return new Date(`${date}T${time}Z`).toISOString().startsWith(`${date}T${time}`);
}
