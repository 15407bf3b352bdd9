import { MAX_WINDOW_DAYS } from "@/lib/domain/room/window";
import type { FieldProblem } from "./field-problem";
import { parseInstant, toInstant, type Instant } from "./instant";

/** The window of a room on the wire; `validUntil` itself is already outside. */
export type RoomTimes = { validFrom: Instant; validUntil: Instant };

/** What a request says of the times; null, as some clients send it, is as good as nothing. */
export type GivenTimes = { validFrom?: unknown; validUntil?: unknown };

export type TimesOrProblems<Times> = { times: Times } | { problems: FieldProblem[] };

const WRONG_RANGE = "The time range is incorrect, or larger than 180 days.";
const TOO_FAR = "Value is incorrect or more than 180 days in the future.";
const IN_THE_PAST = "The time range end is in the past.";

export const MAX_WINDOW_MS = MAX_WINDOW_DAYS * 24 * 60 * 60_000;

/**
 * The times of a new room. What is not given starts now, and ends 180 days from now whenever it
 * starts. A start in the past is allowed; an end that is not given is then 180 days from there, so
 * that "from now on" still is a range when it arrives a moment later.
 */
export function timesOfNewRoom(given: GivenTimes, now: Date): TimesOrProblems<RoomTimes> {
  const read = readTimes(given);
  if ("problems" in read) return read;
  const { from, until } = read;
  const validFrom = from ?? toInstant(now);
  const latest = Math.min(now.getTime(), validFrom.at.getTime()) + MAX_WINDOW_MS;
  const validUntil = until ?? toInstant(new Date(latest));
  return checked({ validFrom, validUntil }, now);
}

/** New times of a room that exists: both or neither; null when nothing is said of them. */
export function timesOfChange(given: GivenTimes, now: Date): TimesOrProblems<RoomTimes | null> {
  const read = readTimes(given);
  if ("problems" in read) return read;
  const { from, until } = read;
  if (!from && !until) return { times: null };
  if (!from || !until) {
    return {
      problems: [{ target: "", message: "validFrom and validUntil should be set together." }],
    };
  }
  return checked({ validFrom: from, validUntil: until }, now);
}

type Read = { from: Instant | null; until: Instant | null } | { problems: FieldProblem[] };

function readTimes({ validFrom, validUntil }: GivenTimes): Read {
  const [from, until] = [readTime(validFrom), readTime(validUntil)];
  const problems: FieldProblem[] = [];
  if (from === undefined) problems.push({ target: "ValidFrom", message: TOO_FAR });
  if (until === undefined) problems.push({ target: "ValidUntil", message: WRONG_RANGE });
  return from === undefined || until === undefined ? { problems } : { from, until };
}

/** Null when nothing was given, undefined when it is no instant. */
function readTime(given: unknown): Instant | null | undefined {
  if (given === undefined || given === null) return null;
  return (typeof given === "string" && parseInstant(given)) || undefined;
}

function checked(times: RoomTimes, now: Date): TimesOrProblems<RoomTimes> {
  const [from, until] = [times.validFrom.at.getTime(), times.validUntil.at.getTime()];
  const problems: FieldProblem[] = [];
  if (from > now.getTime() + MAX_WINDOW_MS)
    problems.push({ target: "ValidFrom", message: TOO_FAR });
  if (until <= now.getTime()) problems.push({ target: "ValidUntil", message: IN_THE_PAST });
  else if (until <= from || until - from > MAX_WINDOW_MS) {
    problems.push({ target: "ValidUntil", message: WRONG_RANGE });
  }
  return problems.length > 0 ? { problems } : { times };
}
