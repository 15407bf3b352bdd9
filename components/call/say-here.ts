import { sayWhen } from "@/lib/words/times";

/** An instant as the clock beside the reader shows it; with its day when that is not today. */
export function sayHere(instant: string | Date): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return sayWhen(new Date(instant), { language: "en", timeZone }, new Date());
}
