import "server-only";
import type PgBoss from "pg-boss";
import type { JobName, JobPayloads } from "@/lib/data/job-queue";
import type { Mailer } from "@/lib/domain/mail/mailer";
import { log } from "@/lib/log";
import { JOB_LIMIT_SECONDS } from "./job-boss";
import { JOBS } from "./job-table";
import { mailLink } from "./mail-link";

/** How many jobs of one name run at once in one process. */
const AT_ONCE = 5;

/** When nothing wakes it, a lane looks by itself this often: also for jobs whose delay is over. */
const LOOK_MS = 2_000;

export type Lane = { wake: () => void; stop: () => Promise<void> };

/** Runs the jobs of one name as they come, until it is stopped. */
export function runLane<Name extends JobName>(boss: PgBoss, name: Name, mailer: Mailer): Lane {
  let isStopped = false;
  let wasWoken = false;
  let wakeUp = () => {};

  const wake = () => {
    wasWoken = true;
    wakeUp();
  };

  async function rest(): Promise<void> {
    if (wasWoken || isStopped) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LOOK_MS);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function work(): Promise<void> {
    while (!isStopped) {
      wasWoken = false;
      const options = { batchSize: AT_ONCE, includeMetadata: true } as const;
      // Answers with nothing when the database is away.
      const jobs = await boss.fetch<JobPayloads[Name]>(name, options);
      await Promise.all(jobs.map((job) => runJob(boss, name, job, mailer)));
      if (jobs.length < AT_ONCE) await rest();
    }
  }

  const done = work();
  const stop = () => {
    isStopped = true;
    wake();
    return done;
  };
  return { wake, stop };
}

async function runJob<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  job: PgBoss.JobWithMetadata<JobPayloads[Name]>,
  mailer: Mailer,
): Promise<void> {
  const { id, data, createdOn, retryCount, retryLimit } = job;
  const ctx = {
    actor: { kind: "system" },
    now: new Date(),
    job: { id, askedAt: createdOn },
    mailer,
    link: mailLink(id),
  } as const;
  try {
    await withinLimit(JOBS[name].run(ctx, data));
    await boss.complete(name, id);
  } catch (error) {
    const message = error instanceof Error ? error.message : "something that is no error";
    const isGivenUp = retryCount >= retryLimit;
    log[isGivenUp ? "error" : "warn"]({ job: name, id, retryCount, message }, "a job failed");
    // When the database is away too, the job expires and comes back.
    await boss.fail(name, id, { message }).catch(() => undefined);
  }
}

async function withinLimit(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    const late = () => reject(new Error("the job took too long"));
    timer = setTimeout(late, JOB_LIMIT_SECONDS * 1000);
  });
  try {
    await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
