import "server-only";
import { listMembershipsOf } from "@/lib/data/members";
import { removeExpiredSignIns } from "@/lib/data/sessions";
import { log } from "@/lib/log";
import { sendMail } from "@/lib/mail/send-mail";
import { signInContent } from "@/lib/mail/messages/sign-in";
import { makeSignInLink } from "./make-sign-in-link";

/** How long a sign-in link works. */
export const LINK_MINUTES = 20;

/**
 * Mails a sign-in link to a member; to anybody else nothing. Never fails: whoever asked has had
 * their answer already, and can ask again.
 */
export async function mailSignInLink(wish: {
  address: string;
  next: string;
  now: Date;
}): Promise<void> {
  try {
    const [membership] = await listMembershipsOf(wish.address);
    if (!membership) return log.info("sign-in link asked for by nobody we know");
    await removeExpiredSignIns(wish.now);
    const url = await makeSignInLink({ ...wish, validMinutes: LINK_MINUTES });
    const place = membership.organizationName;
    const to = { name: membership.personName, email: wish.address };
    const content = signInContent({ place, url, minutes: LINK_MINUTES });
    await sendMail({ to, content, id: null, calendar: null });
  } catch (error) {
    log.error(
      { name: error instanceof Error ? error.name : typeof error },
      "sign-in link not sent",
    );
  }
}
