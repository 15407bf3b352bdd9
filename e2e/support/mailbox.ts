import { expect } from "@playwright/test";
import { environment } from "./environment";

/** A mail as the mail catcher has it. */
export type Mail = {
  id: string;
  subject: string;
  text: string;
  html: string;
  to: { address: string; name: string }[];
  time: string;
};

async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${environment.mailUrl}/email`);
  const mails = (await answer.json()) as Mail[];
  return mails.filter(({ to }) => to.some((recipient) => recipient.address === address));
}

/** The newest mail to an address whose subject matches; waits until it is there. */
export async function newestMailTo(address: string, subject: RegExp = /./): Promise<Mail> {
  let found: Mail | undefined;
  await expect
    .poll(
      async () => {
        found = (await mailsTo(address)).filter((mail) => subject.test(mail.subject)).at(-1);
        return Boolean(found);
      },
      { message: `a mail to ${address}`, timeout: 20_000 },
    )
    .toBe(true);
  if (!found) throw new Error(`No mail to ${address}.`);
  return found;
}

/** The one address in a mail that leads into the product, below `path`. */
export function linkIn(mail: Mail, path: string): string {
  const start = `${environment.baseUrl}${path}`;
  const at = mail.text.indexOf(start);
  if (at < 0) throw new Error(`The mail "${mail.subject}" has no link to ${path}.`);
  return mail.text.slice(at).split(/[\s>)]/)[0] ?? start;
}

/** Where the mail catcher shows a mail's HTML part, as a mail program would. */
export function htmlOf(mail: Mail): string {
  return `${environment.mailUrl}/email/${mail.id}/html`;
}
