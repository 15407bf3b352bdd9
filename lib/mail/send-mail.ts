import "server-only";
import nodemailer from "nodemailer";
import { NotSent, type Delivery } from "@/lib/domain/mail/mailer";
import { parseEmailAddress } from "@/lib/domain/roster/email-address";
import { env } from "@/lib/env";
import type { CalendarFile } from "./calendar-file";
import type { MailContent } from "./mail-content";
import { codesOf, isRefusedForGood, surelyNotSent } from "./smtp-failure";
import { renderHtml } from "./render-html";
import { renderText } from "./render-text";

export type OutgoingMail = {
  to: { name: string; email: string };
  content: MailContent;
  /** Opaque and the same for the same mail; null for mail that is never sent twice. */
  id: string | null;
  calendar: CalendarFile | null;
};

/** A mail server that takes a connection but then says nothing may hold a sender up this long. */
const SILENCE_MS = 10_000;

const CALENDAR_FILE = "invite.ics";

/** Longer than any sending takes; whoever waits for it may give up then. */
export const SEND_LIMIT_SECONDS = 20;

/**
 * Hands one mail to the mail server, by default that of the environment. The sender's name is who
 * writes; the address is always ours.
 *
 * @throws NotSent when the mail surely did not go out; anything else when it may have.
 */
export async function sendMail(
  mail: OutgoingMail,
  smtpUrl: string = env().SMTP_URL,
): Promise<Delivery> {
  const message = messageOf(mail);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    // Nothing in a mail may make the server read a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await within(SEND_LIMIT_SECONDS, transport.sendMail(message));
    return "accepted";
  } catch (error) {
    if (isRefusedForGood(error)) return "refused";
    // The text of a mail server's answer may hold the address; only its code goes on.
    if (surelyNotSent(error)) throw new NotSent(codesOf(error));
    throw new Error(`the sending broke off: ${codesOf(error)}`);
  } finally {
    transport.close();
  }
}

/** The address that all mail comes from. */
export function ownAddress(): string {
  const from = env().MAIL_FROM;
  const address = parseEmailAddress(/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from);
  if (!address) throw new Error("MAIL_FROM is not an e-mail address");
  return address;
}

function messageOf({ to, content, id, calendar }: OutgoingMail) {
  const address = parseEmailAddress(to.email);
  if (!address) throw new NotSent("the recipient is not exactly one address");
  const from = ownAddress();
  return {
    from: { name: headerSafe(content.sender), address: from },
    to: { name: headerSafe(to.name), address },
    envelope: { from, to: [address] },
    subject: headerSafe(content.subject),
    text: renderText(content),
    html: renderHtml(content),
    headers: { "Auto-Submitted": "auto-generated" },
    ...(id && { messageId: `<${id}@${from.split("@")[1]}>` }),
    ...(calendar && calendarParts(calendar)),
  };
}

/**
 * The entry twice: among the alternatives, where Gmail, Outlook and Apple Mail read an invitation,
 * and as a file for everything else. Both say their name; the first must not say that it is an
 * attachment, or it is no alternative any more (RFC 6047 §2.4).
 */
function calendarParts({ method, content }: CalendarFile) {
  const contentType = `text/calendar; charset=utf-8; method=${method}; name=${CALENDAR_FILE}`;
  return {
    alternatives: [{ contentType, content }],
    attachments: [{ contentType: "application/ics", filename: CALENDAR_FILE, content }],
  };
}

/** @throws NotSent for text that could end a header and begin another. */
function headerSafe(text: string): string {
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) throw new NotSent("a header has a control character");
  return text;
}

async function within<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the time for sending is over")), seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
