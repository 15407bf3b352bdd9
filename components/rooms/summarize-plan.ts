import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { SayForm } from "./window-fields";

const MINUTES_A_DAY = 24 * 60;
const MINUTE_MS = 60_000;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_LENGTH = 10;
const TIME = /^(\d{2}):(\d{2})$/;

type Plan = {
  kind: RoomKind;
  leader: string;
  /** The form's fields as they stand. */
  fields: Readonly<Record<string, string>>;
};

/** The plan as sentences: who, when, from when on, and who else may come. */
export function summarizePlan({ kind, leader, fields }: Plan, say: SayForm): string[] {
  const { date = "", time = "", lengthMinutes = "" } = fields;
  const clock = TIME.exec(time);
  const length = Number(lengthMinutes);
  if (!DATE.test(date) || !clock || !(length > 0)) return [say("summary-missing")];

  const start = Number(clock[1]) * 60 + Number(clock[2]);
  const lead = Number(fields[kind === "webinar" ? "consumerLead" : "attendeeLead"]) || 0;
  const span = { day: sayWeekday(date), from: time, to: sayEnd(date, start + length) };
  const guest = fields.guestName?.trim() || "none";
  const lobby = fields.lobby === "on" ? "yes" : "no";
  return [
    kind === "visit" || guest !== "none"
      ? say("summary-who", { leader, guest, ...span })
      : say("summary-who-many", { leader, ...span }),
    say("summary-door", { kind, door: sayClock(start - lead), lobby }),
    ...(kind === "webinar" ? [say("summary-live")] : []),
    say(fields.access === "open" ? "summary-open" : "summary-invited"),
  ];
}

/** When it ends, so many minutes after `date` began: with its day when that is another one. */
function sayEnd(date: string, minutes: number): string {
  const clock = sayClock(minutes);
  if (minutes < MINUTES_A_DAY) return clock;
  const end = new Date(new Date(`${date}T00:00:00Z`).getTime() + minutes * MINUTE_MS);
  if (Number.isNaN(end.getTime())) return clock;
  const day = end.toISOString().slice(0, DATE_LENGTH);
  const isThatYear = day.slice(0, 4) === date.slice(0, 4);
  return `${sayWeekday(day)}${isThatYear ? "" : ` ${day.slice(0, 4)}`}, ${clock}`;
}

/** Minutes since midnight as a clock shows them, also past midnight or before it. */
function sayClock(minutes: number): string {
  const ofDay = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

function sayWeekday(date: string): string {
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const options = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat("en-GB", options).format(day);
}
