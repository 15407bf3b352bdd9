import "server-only";
import { words } from "@/lib/words/words";
import type { MailContent } from "@/lib/mail/mail-content";

const say = words("mail");

/** The mail that a member signs in with. `place` is what they sign in to, as they know it. */
export function signInContent(sign: {
  place: string;
  url: string;
  /** How long the link works, in minutes. */
  minutes: number;
}): MailContent {
  const { place, url, minutes } = sign;
  return {
    subject: say("sign-in-subject", { place }),
    sender: place,
    heading: say("sign-in-heading"),
    paragraphs: [say("sign-in-lead", { place })],
    facts: [],
    button: { label: say("sign-in-button"), url, copyHint: say("copy-address") },
    notes: [say("sign-in-limit", { minutes })],
    footer: say("sign-in-not-you"),
  };
}
