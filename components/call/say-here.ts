import { sayNext, sayWhen, type Reader } from "@/lib/words/times";

/** An instant as the clock beside the reader shows it; with its day when that is not today. */
export function sayHere(instant: string | Date): string {
  return sayWhen(new Date(instant), readerHere(), new Date());
}

/** The same for what is to come, short: with its day only when that is 24 hours or more away. */
export function sayNextHere(instant: Date, now: Date): string {
  return sayNext(instant, readerHere(), now);
}

function readerHere(): Reader {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { language: "en", timeZone };
}
