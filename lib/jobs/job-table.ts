import "server-only";
import type { JobName, JobPayloads } from "@/lib/data/job-queue";
import type { MailContext } from "@/lib/operations/mail/mail-context";
import { sendInvitation } from "@/lib/operations/mail/send-invitation";
import { sendNews } from "@/lib/operations/mail/send-news";

export type Job<Payload> = {
  run: (ctx: MailContext, payload: Payload) => Promise<void>;
  /** After so many tries a job is given up: it stays in the table as failed. */
  maxAttempts: number;
};

/**
 * The wait before a second try doubles with each one, from 5 to 10 seconds on, so 14 tries bridge a
 * mail server that is away for most of a day.
 */
const MAIL_ATTEMPTS = 14;

/** Every background job. The runner knows nothing but this table. */
export const JOBS: { [Name in JobName]: Job<JobPayloads[Name]> } = {
  "send-invitation": { run: sendInvitation, maxAttempts: MAIL_ATTEMPTS },
  "send-room-change": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
  "send-cancellation": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
  "send-removal": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
};

export const JOB_NAMES = Object.keys(JOBS).filter((name): name is JobName => name in JOBS);
