import "server-only";
import type { ExcusePayload } from "@/lib/data/job-queue";
import { findExcusedPerson, findMailFacts } from "@/lib/data/mail-facts";
import { decideExcuseMail } from "@/lib/domain/mail/excuse-mail";
import type { Mailer } from "@/lib/domain/mail/mailer";
import type { MailContext } from "./mail-context";

export type ExcuseContext = Pick<MailContext, "job" | "now"> & {
  mailer: Pick<Mailer, "sendExcuse">;
};

/**
 * Tells one who leads that somebody can't come, or can after all. Writes nothing when that is not
 * so any more. An address that is refused for good is left alone; invitations say so to the staff.
 *
 * @throws Error when the mail could not be handed over; trying again later is right.
 */
export async function sendExcuse(
  { job, mailer, now }: ExcuseContext,
  { seatId, excusedSeatId, excusedAt }: ExcusePayload,
): Promise<void> {
  const found = await findMailFacts(seatId);
  if (!found) return;
  const facts = decideExcuseMail({
    ...found,
    person: await findExcusedPerson(excusedSeatId),
    excusedAt: excusedAt === null ? null : new Date(excusedAt),
    now,
  });
  if (facts) await mailer.sendExcuse({ jobId: job.id, facts, madeAt: now });
}
