import "server-only";
import type { JobName, JobPayloads } from "@/lib/data/job-queue";
import type { MailContext } from "@/lib/operations/mail/mail-context";
import { sendExcuse, type ExcuseContext } from "@/lib/operations/mail/send-excuse";
import { sendInvitation } from "@/lib/operations/mail/send-invitation";
import { sendNews } from "@/lib/operations/mail/send-news";
import { deliverWebhook } from "@/lib/operations/webhooks/deliver-webhook";
import { tidyWebhooks } from "@/lib/operations/webhooks/tidy-webhooks";
import type { WebhookContext } from "@/lib/operations/webhooks/webhook-context";
import { runTidyUp } from "./tidy-up-job";

/** What any job may use. */
export type JobContext = MailContext & ExcuseContext & WebhookContext;

export type Job<Payload> = {
  run: (ctx: JobContext, payload: Payload) => Promise<void>;
  /** After so many tries a job is given up: it stays in the table as failed. */
  maxAttempts: number;
  /** How many run at once in one process; 5 unless it says so. */
  atOnce?: number;
  /** It comes by itself this often, once for all processes. */
  everyMinutes?: number;
};

/**
 * The wait before a second try doubles with each one, from 5 to 10 seconds on, so 14 tries bridge a
 * mail server that is away for most of a day.
 */
const MAIL_ATTEMPTS = 14;

/** A try that fails is no failed job: it plans the next one itself. Only trouble of our own fails. */
const OWN_TROUBLE_ATTEMPTS = 14;

/** Receivers may be slow, and most of a try is waiting for them. */
const WEBHOOKS_AT_ONCE = 20;

/** Every background job. The runner knows nothing but this table. */
export const JOBS: { [Name in JobName]: Job<JobPayloads[Name]> } = {
  "send-invitation": { run: sendInvitation, maxAttempts: MAIL_ATTEMPTS },
  "send-room-change": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
  "send-cancellation": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
  "send-removal": { run: sendNews, maxAttempts: MAIL_ATTEMPTS },
  "send-excuse": { run: sendExcuse, maxAttempts: MAIL_ATTEMPTS },
  "deliver-webhook": {
    run: deliverWebhook,
    maxAttempts: OWN_TROUBLE_ATTEMPTS,
    atOnce: WEBHOOKS_AT_ONCE,
  },
  "tidy-webhooks": { run: tidyWebhooks, maxAttempts: OWN_TROUBLE_ATTEMPTS, everyMinutes: 60 },
  "tidy-up": { run: runTidyUp, maxAttempts: OWN_TROUBLE_ATTEMPTS, everyMinutes: 60 },
};

export const JOB_NAMES = Object.keys(JOBS).filter((name): name is JobName => name in JOBS);
