import "server-only";
import type { Mailer } from "@/lib/domain/mail/mailer";
import type { SystemActor } from "@/lib/operations/context";

/** What an operation that writes to somebody may use. */
export type MailContext = {
  actor: SystemActor;
  now: Date;
  /** The job it runs for, and when that was written. */
  job: { id: string; askedAt: Date };
  mailer: Pick<Mailer, "send">;
  /** The personal link that this job's mail carries: the same one at each try. */
  link: { token: string; url: string };
};
