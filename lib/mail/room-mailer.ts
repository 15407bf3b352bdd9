import "server-only";
import { createHash } from "node:crypto";
import type { ExcuseMail, Mailer, RoomMail } from "@/lib/domain/mail/mailer";
import { calendarFileFor } from "./calendar-file";
import { excuseMailContent } from "./messages/excuse-mail";
import { roomMailContent } from "./messages/room-mail";
import { ownAddress, sendMail } from "./send-mail";

/** Writes mails about rooms and hands them to the mail server, by default that of the environment. */
export function roomMailer(smtpUrl?: string): Mailer {
  return {
    send: (mail) =>
      sendMail(
        {
          to: mail.facts,
          content: roomMailContent(mail),
          id: idOf(mail),
          calendar: calendarFileFor(mail, ownAddress()),
        },
        smtpUrl,
      ),
    sendExcuse: (mail) =>
      sendMail(
        {
          to: mail.facts.recipient,
          content: excuseMailContent(mail),
          id: idOf(mail),
          calendar: null,
        },
        smtpUrl,
      ),
  };
}

/**
 * The same for the same mail of the same job, so that mail programs recognise the second copy of a
 * mail whose sending broke off; another as soon as the mail says something else.
 */
function idOf(mail: RoomMail | ExcuseMail): string {
  const said = JSON.stringify({ ...mail, madeAt: null });
  return createHash("sha256").update(said).digest("hex").slice(0, 32);
}
