import "server-only";
import type PgBoss from "pg-boss";
import { log } from "@/lib/log";
import { JOB_NAMES, JOBS } from "./job-table";

const LOOK_MS = 60_000;

/**
 * Writes the jobs that come by themselves, now and as time goes by. Every process does; the queue
 * takes each of them once in its span of time, so that one runs wherever there is a free hand.
 *
 * @returns what ends it.
 */
export function repeatJobs(boss: PgBoss): () => void {
  const jobs = JOB_NAMES.flatMap((name) => {
    const { everyMinutes } = JOBS[name];
    return everyMinutes ? [{ name, singletonSeconds: everyMinutes * 60 }] : [];
  });

  async function look(): Promise<void> {
    try {
      await boss.insert(jobs);
    } catch (error) {
      log.warn({ err: error }, "the jobs that come by themselves could not be written");
    }
  }

  void look();
  const timer = setInterval(() => void look(), LOOK_MS);
  return () => clearInterval(timer);
}
