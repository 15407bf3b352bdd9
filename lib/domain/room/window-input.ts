import { z } from "zod";
import {
  beginsInThePast,
  findLengthProblem,
  isTooFarAhead,
} from "@/lib/domain/calendar/check-window";
import { parseTimeZone } from "@/lib/domain/calendar/time-zone";
import { isDate, isTime, toInstant, toWallTime } from "@/lib/domain/calendar/wall-time";
import type { Problem } from "@/lib/domain/problem";
import { wholeNumberOf } from "@/lib/domain/text";
import { readFieldsOf, report } from "./judge-fields";
import { ROOM_KINDS, type RoomKind } from "./room-kind";
import { isUnusuallyLong } from "./unusual-length";

const MINUTE_MS = 60_000;

const problem = (name: Problem) => name;

// Any number is read, so that what is wrong with it as a length can be named.
const lengthMinutes = wholeNumberOf(-9_999_999, 9_999_999, "not-a-length").superRefine(
  (minutes, ctx) => {
    const wrong = findLengthProblem(minutes * MINUTE_MS);
    if (wrong) ctx.addIssue({ code: "custom", message: wrong });
  },
);

export const timeZone = z
  .string(problem("not-a-zone"))
  .transform((text) => parseTimeZone(text) ?? "")
  .refine((zone) => zone !== "", problem("not-a-zone"));

/** A length, and which unusual one its editor has said yes to, in minutes. */
export const length = {
  kind: z.enum(ROOM_KINDS, problem("not-offered")),
  lengthMinutes,
  confirmedLength: z.string(problem("not-valid")).optional(),
};

/** Day, start, length and zone, as clocks on the wall show them. */
export const wallWindow = {
  date: z.string(problem("not-a-date")).trim().refine(isDate, problem("not-a-date")),
  time: z.string(problem("not-a-time")).trim().refine(isTime, problem("not-a-time")),
  timeZone,
  ...length,
};

type Length = { kind: RoomKind; lengthMinutes: number; confirmedLength?: string | undefined };
type Wall = { date: string; time: string; lengthMinutes: number; timeZone: string };

/** Asks about a length that is hardly meant, unless somebody said yes to this very one. */
export function judgeLength(
  { kind, lengthMinutes, confirmedLength }: Length,
  ctx: z.core.$RefinementCtx,
) {
  if (!readFieldsOf(ctx)("kind", "lengthMinutes")) return;
  const isConfirmed = Number(confirmedLength) === lengthMinutes;
  if (isUnusuallyLong(kind, lengthMinutes) && !isConfirmed) {
    report(ctx, "confirmedLength", "unusual-length");
  }
}

/**
 * What is wrong with a day, or with a time of today, as far as time, length and zone can be read; and
 * with the length.
 */
export function judgeWall(input: Wall & Length, now: Date, ctx: z.core.$RefinementCtx) {
  judgeLength(input, ctx);
  const isRead = readFieldsOf(ctx);
  if (!isRead("date")) return;
  const time = isRead("time") ? input.time : LAST_MINUTE;
  const timeZone = isRead("timeZone") ? input.timeZone : LAST_ZONE;
  const lengthMinutes = isRead("lengthMinutes") ? input.lengthMinutes : 0;
  const { window } = placed({ date: input.date, time, lengthMinutes, timeZone });
  const isToday = isRead("time", "timeZone") && input.date === toWallTime(now, timeZone).date;
  if (beginsInThePast(window, now)) report(ctx, isToday ? "time" : "date", "in-the-past");
  if (isTooFarAhead(window)) report(ctx, "date", "too-far-ahead");
}

// Where a day ends last.
const LAST_MINUTE = "23:59";
const LAST_ZONE = "Etc/GMT+12";

/** The window that wall time, length and zone mean, and what the clocks did to its start. */
export function placed({ date, time, lengthMinutes, timeZone }: Wall) {
  const { instant: opensAt, clockChange } = toInstant({ date, time }, timeZone);
  const window = { opensAt, closesAt: new Date(opensAt.getTime() + lengthMinutes * MINUTE_MS) };
  return { window, timeZone, clockChange };
}
