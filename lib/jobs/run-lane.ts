import "server-only";
import type PgBoss from "pg-boss";
import type { JobName, JobPayloads } from "@/lib/data/job-queue";
import type { Mailer } from "@/lib/domain/mail/mailer";
import type { WebhookSender } from "@/lib/domain/webhook/attempt";
import { log } from "@/lib/log";
import { JOB_LIMIT_SECONDS } from "./job-boss";
import { JOBS } from "./job-table";
import { mailLink } from "./mail-link";

/** How many jobs of one name run at once in one process, unless the table says otherwise. */
const AT_ONCE = 5;

/** When nothing wakes it, a lane looks by itself this often: also for jobs whose delay is over. */
const LOOK_MS = 2_000;

export type Lane = { wake: () => void; stop: () => Promise<void> };

/** The parts outside that jobs reach. */
export type JobWorld = { mailer: Mailer; webhooks: WebhookSender };

/** Runs the jobs of one name as they come, until it is stopped. */
export function runLane<Name extends JobName>(boss: PgBoss, name: Name, world: JobWorld): Lane {
  const { atOnce = AT_ONCE } = JOBS[name];
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

  /** A slow job holds up no other: as soon as one is done, the next one is fetched. */
  async function work(): Promise<void> {
    const running = new Set<Promise<void>>();
    while (!isStopped) {
      wasWoken = false;
      const free = atOnce - running.size;
      const options = { batchSize: free, includeMetadata: true } as const;
      // Answers with nothing when the database is away.
      const jobs = await boss.fetch<JobPayloads[Name]>(name, options);
      for (const job of jobs) {
        const run = runJob(boss, name, job, world).finally(() => running.delete(run));
        running.add(run);
      }
      if (running.size === atOnce) await Promise.race(running);
      else if (jobs.length < free) await rest();
    }
    await Promise.all(running);
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
  world: JobWorld,
): Promise<void> {
  const { id, data, createdOn, retryCount, retryLimit } = job;
  const ctx = {
    actor: { kind: "system" },
    now: new Date(),
    job: { id, askedAt: createdOn },
    link: mailLink(id),
    random: Math.random,
    ...world,
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
