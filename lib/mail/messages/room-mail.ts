import "server-only";
import type { RoomMail } from "@/lib/domain/mail/mailer";
import { changesSince, type Change, type Told } from "@/lib/domain/mail/told";
import type { Window } from "@/lib/domain/room/window";
import { minutesBetween, sayDayAndTime, sayMinutes } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import type { MailContent } from "@/lib/mail/mail-content";
import { factRows, lead, readerOf } from "./room-facts";

const say = words("mail");

/** What a mail about a room says. */
export function roomMailContent(mail: RoomMail): MailContent {
  const { kind, facts, madeAt } = mail;
  const { title, organizationName, window } = facts;
  const when = sayDayAndTime(window.opensAt, readerOf(mail), madeAt);
  return {
    subject: say(`subject-${kind}`, { title, when }),
    sender: organizationName,
    heading: title,
    paragraphs: [lead(mail), ...(kind === "change" ? changes(mail) : []), ...farewell(mail)],
    facts: factRows(mail),
    button: button(mail),
    notes: facts.link ? [beforeIt(mail), say("link-is-yours")] : [],
    footer: say("footer", { organization: organizationName }),
  };
}

function button({ facts: { link, kind } }: RoomMail): MailContent["button"] {
  if (!link) return null;
  return { label: say(`button-${kind}`), url: link, copyHint: say("copy-address") };
}

function beforeIt({ facts }: RoomMail): string {
  return say(facts.role === "consumer" ? "before-it-audience" : "before-it");
}

function farewell({ kind, reason, facts }: RoomMail): string[] {
  if (kind !== "cancellation" && kind !== "removal") return [];
  const next = say(`after-${kind}`, { organization: facts.organizationName });
  return reason ? [say("reason", { reason }), next] : [next];
}

const lengthOf = ({ opensAt, closesAt }: Window) => sayMinutes(minutesBetween(opensAt, closesAt));

const partOf = ({ role, capacity }: Told) => ({ role, capacity });

function changes(mail: RoomMail): string[] {
  const { facts, before, sequence, madeAt } = mail;
  if (!before) return [];
  const { title, role, capacity, window } = facts;
  const now: Told = { entry: "kept", sequence, title, role, capacity, ...window };
  const sentences: Record<Change, () => string> = {
    start: () =>
      say("was-start", { before: sayDayAndTime(before.opensAt, readerOf(mail), madeAt) }),
    length: () => say("was-length", { before: lengthOf(before), now: lengthOf(window) }),
    title: () => say("was-title", { before: before.title }),
    part: () => say("was-part", { before: say("part", partOf(before)) }),
  };
  return changesSince(before, now).map((change) => sentences[change]());
}
