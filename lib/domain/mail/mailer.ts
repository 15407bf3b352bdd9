import type { MailKind } from "./decide-mail";
import type { ExcuseFacts } from "./excuse-mail";
import type { RecipientFacts } from "./mail-facts";
import type { Told } from "./told";

/** One mail about a room to one recipient. */
export type RoomMail = {
  /** The job it comes from. The same job's same mail is recognisable as one when it arrives twice. */
  jobId: string;
  kind: MailKind;
  facts: RecipientFacts;
  /** What the recipient knew before, as far as the mail should say it. */
  before: Told | null;
  /** Why it was called off, or why they were taken off the roster. */
  reason: string | null;
  /** SEQUENCE of the calendar entry. */
  sequence: number;
  madeAt: Date;
};

/** One mail to one who leads: that somebody can't come, or can after all. */
export type ExcuseMail = { jobId: string; facts: ExcuseFacts; madeAt: Date };

/** `refused`: the mail server will never take mail for this address. */
export type Delivery = "accepted" | "refused";

/** Writes to people. */
export type Mailer = {
  /**
   * Hands one mail to the mail server.
   *
   * @throws NotSent when it surely did not go out; anything else when it may have.
   */
  send(mail: RoomMail): Promise<Delivery>;
  /** The same for one that changes nothing in a calendar. */
  sendExcuse(mail: ExcuseMail): Promise<Delivery>;
};

/** The mail surely did not go out. Trying again later may help. */
export class NotSent extends Error {
  override readonly name = "NotSent";
}
