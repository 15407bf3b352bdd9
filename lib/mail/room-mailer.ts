import "server-only";
import { createHash } from "node:crypto";
import type { Mailer, RoomMail } from "@/lib/domain/mail/mailer";
import { calendarFileFor } from "./calendar-file";
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
  };
}

/**
 * The same for the same mail of the same job, so that mail programs recognise the second copy of a
 * mail whose sending broke off; another as soon as the mail says something else.
 */
function idOf(mail: RoomMail): string {
  const said = JSON.stringify({ ...mail, madeAt: null });
  return createHash("sha256").update(said).digest("hex").slice(0, 32);
}
