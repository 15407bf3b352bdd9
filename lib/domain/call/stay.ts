import type { CallHint } from "./call-hint";

/** One stay of a seat in a call; `leftAt` itself is no longer inside. */
export type Stay = { joinedAt: Date; leftAt: Date | null };

/** What was heard of one connection: that it is there, or that it is gone. */
export type StayNews = { joinedAt: Date; leftAt: Date | null };

/**
 * What is known of one connection after more was heard. In whatever order news come, and however
 * often, the result is the same: it began at the earliest beginning and ended at the earliest end.
 */
export function mergeStay(known: Stay | null, news: StayNews): Stay {
  const joinedAt = earliest(known?.joinedAt ?? null, news.joinedAt);
  const leftAt = earliestOrNull(known?.leftAt ?? null, news.leftAt);
  return { joinedAt, leftAt: leftAt && latest(leftAt, joinedAt) };
}

/** The news in a hint; null when it is about nobody. LiveKit rounds ends down to the second. */
export function newsOf(hint: CallHint): StayNews | null {
  if (hint.kind === "other") return null;
  const leftAt = hint.kind === "left" ? latest(hint.at, hint.joinedAt) : null;
  return { joinedAt: hint.joinedAt, leftAt };
}

function earliest(a: Date | null, b: Date): Date {
  return a && a < b ? a : b;
}

function earliestOrNull(a: Date | null, b: Date | null): Date | null {
  return a && b ? earliest(a, b) : (a ?? b);
}

function latest(a: Date, b: Date): Date {
  return a > b ? a : b;
}
