/**
 * Times as people read them: always in a named zone, on a clock of 24 hours, the same in every
 * browser and on the server. Days and months come from `Intl`, so languages can follow.
 */

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

export type Reader = {
  /** BCP 47. */
  language: string;
  /** IANA name. */
  timeZone: string;
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format is slow, so each is made once. */
function formatOf(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${reader.language}|${reader.timeZone}|${JSON.stringify(options)}`;
  const known = formats.get(id);
  if (known) return known;
  const made = new Intl.DateTimeFormat(reader.language, { timeZone: reader.timeZone, ...options });
  formats.set(id, made);
  return made;
}

function part(instant: Date, reader: Reader, options: Intl.DateTimeFormatOptions): string {
  return formatOf(reader, options).format(instant);
}

/** "14:00". */
export function sayTime(instant: Date, reader: Reader): string {
  return part(instant, reader, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** "Tue 14 March"; with the year when it is not that of `now`. */
export function sayDay(instant: Date, reader: Reader, now: Date): string {
  const yearOf = (when: Date) => part(when, reader, { year: "numeric" });
  const day = [
    part(instant, reader, { weekday: "short" }),
    part(instant, reader, { day: "numeric" }),
    part(instant, reader, { month: "long" }),
  ];
  return [...day, ...(yearOf(instant) === yearOf(now) ? [] : [yearOf(instant)])].join(" ");
}

/** "Tue 14 March, 14:00". */
export function sayDayAndTime(instant: Date, reader: Reader, now: Date): string {
  return `${sayDay(instant, reader, now)}, ${sayTime(instant, reader)}`;
}

/** "14:00" for a time of today, "Tue 14 March, 14:00" for any other. */
export function sayWhen(instant: Date, reader: Reader, now: Date): string {
  return isSameDay(instant, now, reader)
    ? sayTime(instant, reader)
    : sayDayAndTime(instant, reader, now);
}

/** "00:10" for what comes within 24 hours, also past midnight; "Wed 15 March, 14:00" for the rest. */
export function sayNext(instant: Date, reader: Reader, now: Date): string {
  return instant.getTime() - now.getTime() < DAY_MINUTES * MINUTE_MS
    ? sayTime(instant, reader)
    : sayDayAndTime(instant, reader, now);
}

/** Where a line does not break; nothing is seen or heard of it. */
export const NO_BREAK = "\u2060";

/** "Tue 14 March, 14:00–14:20"; over midnight "Tue 14 March, 23:30 – Wed 15 March, 00:10". */
export function sayWindow(from: Date, to: Date, reader: Reader, now: Date): string {
  return `${sayDay(from, reader, now)}, ${sayHours(from, to, reader, now)}`;
}

/**
 * A window beneath its day: "14:00–14:20"; over midnight "23:30 – Wed 15 March, 00:10". Both times of
 * the first stay on one line, by `NO_BREAK` behind the dash.
 */
export function sayHours(from: Date, to: Date, reader: Reader, now: Date): string {
  const start = sayTime(from, reader);
  return isSameDay(from, to, reader)
    ? `${start}–${NO_BREAK}${sayTime(to, reader)}`
    : `${start} – ${sayDayAndTime(to, reader, now)}`;
}

/** Whether both are on one calendar day for this reader. */
export function isSameDay(one: Date, other: Date, reader: Reader): boolean {
  const options = { year: "numeric", month: "numeric", day: "numeric" } as const;
  return part(one, reader, options) === part(other, reader, options);
}

/** Whether clocks in both zones show the same at that instant. */
export function isSameClock(instant: Date, one: string, other: string): boolean {
  const offsetOf = (timeZone: string) =>
    part(instant, { language: "en", timeZone }, { hour: "numeric", timeZoneName: "longOffset" });
  return one === other || offsetOf(one) === offsetOf(other);
}

/** The place a zone is named for: "Europe/London" is "London". */
export function sayPlace(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}

/**
 * The way from `now` to `instant` in the two units that matter: "2 h 58 min", "12 min", "45 s" for
 * less than a minute. Null when it is a day or more away, or over: then the date says it better.
 */
export function sayCountdown(instant: Date, now: Date): string | null {
  const ms = instant.getTime() - now.getTime();
  if (ms <= 0 || ms >= DAY_MINUTES * MINUTE_MS) return null;
  if (ms < MINUTE_MS) return `${Math.ceil(ms / 1000)} s`;
  return sayMinutes(Math.ceil(ms / MINUTE_MS));
}

/** Whole minutes as "2 h 58 min", "3 h" or "12 min". */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const rest = minutes % HOUR_MINUTES;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Whole minutes as one thinks of a long time: "69 days 10 h 40 min", "1 day", "13 h". */
export function sayLength(minutes: number): string {
  const days = Math.floor(minutes / DAY_MINUTES);
  const rest = minutes % DAY_MINUTES;
  if (days === 0) return sayMinutes(rest);
  const whole = days === 1 ? "1 day" : `${days} days`;
  return rest === 0 ? whole : `${whole} ${sayMinutes(rest)}`;
}

/** Whole minutes between two instants, never less than 0. */
export function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / MINUTE_MS));
}
