import "server-only";
import PgBoss from "pg-boss";
import { JOB_SCHEMA } from "@/lib/data/job-queue";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { JOB_NAMES, JOBS } from "./job-table";

/** A job that takes longer was abandoned: its process died or hangs, and another one takes it over. */
export const JOB_LIMIT_SECONDS = 30;

const FIRST_DELAY_SECONDS = 5;
const TAKE_OVER_SECONDS = 5;
const DAY_SECONDS = 24 * 60 * 60;

/** The queue's keeper, started: it takes over abandoned jobs and clears away old ones. */
export async function startBoss(): Promise<PgBoss> {
  const settings = {
    connectionString: env().DATABASE_URL,
    schema: JOB_SCHEMA,
    max: 4,
    // The tables come with our migrations; on a version that is not its own it refuses to start.
    migrate: false,
    schedule: false,
    maintenanceIntervalSeconds: TAKE_OVER_SECONDS,
    // Jobs that were given up stay visible for a month.
    archiveFailedAfterSeconds: 30 * DAY_SECONDS,
    deleteAfterDays: 7,
  };
  const boss = new PgBoss(settings);
  boss.on("error", (error) => log.warn({ error: error.message }, "the job queue has trouble"));
  await boss.start();
  for (const name of JOB_NAMES) {
    await boss.updateQueue(name, {
      name,
      retryLimit: JOBS[name].maxAttempts - 1,
      retryDelay: FIRST_DELAY_SECONDS,
      retryBackoff: true,
      expireInSeconds: JOB_LIMIT_SECONDS,
    });
  }
  return boss;
}
