import "server-only";
import type { ExcuseMail } from "@/lib/domain/mail/mailer";
import { sayDayAndTime } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import type { MailContent } from "@/lib/mail/mail-content";
import { readerOf, whenLines } from "./room-facts";

const say = words("mail");

/** What a mail to one who leads says about somebody who can't come, or can after all. */
export function excuseMailContent({ facts, madeAt }: ExcuseMail): MailContent {
  const { name, excuse, recipient } = facts;
  const { title, organizationName: organization, window } = recipient;
  const about = { facts: recipient, madeAt };
  const when = sayDayAndTime(window.opensAt, readerOf(about), madeAt);
  const news = excuse ? "excuse" : "excuse-over";
  return {
    subject: say(`subject-${news}`, { name, title, when }),
    sender: organization,
    heading: title,
    paragraphs: [
      say(`lead-${news}`, { name, title }),
      ...(excuse?.reason ? [say("reason", { reason: excuse.reason })] : []),
    ],
    facts: [{ label: say("label-when"), lines: whenLines(about) }],
    button: null,
    notes: excuse ? [say("after-excuse")] : [],
    footer: say("footer", { organization }),
  };
}
