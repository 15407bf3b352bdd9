import type { MailState } from "@/lib/domain/mail/mail-state";
import { sayDayAndTime, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

/** Whether mails reach somebody, in words; null when there is nothing to say yet. */
export function sayMailState(
  state: MailState | undefined,
  reader: Reader,
  now: Date,
): { text: string; isTrouble: boolean } | null {
  const say = words("rooms");
  if (!state) return null;
  const { sentAt, refusedAt, trouble } = state;
  if (refusedAt) return { text: say("mail-refused"), isTrouble: true };
  if (trouble === "given up") return { text: say("mail-given-up"), isTrouble: true };
  if (trouble) return { text: say("mail-trying"), isTrouble: true };
  const when = sentAt && sayDayAndTime(sentAt, reader, now);
  return when ? { text: say("mail-sent", { when }), isTrouble: false } : null;
}
