import "server-only";
import { JOB_CHANNEL } from "@/lib/data/job-queue";
import { listenToDatabase } from "@/lib/live/listen-to-database";
import { roomMailer } from "@/lib/mail/room-mailer";
import { webhookSender } from "@/lib/webhooks/send-webhook";
import { startBoss } from "./job-boss";
import { JOB_NAMES } from "./job-table";
import { repeatJobs } from "./repeat-jobs";
import { runLane, type JobWorld, type Lane } from "./run-lane";

export type Jobs = {
  /** Takes no new job, and waits for those that run. */
  stop: () => Promise<void>;
};

/**
 * Runs background jobs in this process: those that wait already, and each new one as soon as the
 * change that needs it is committed. Any number of processes may do so side by side.
 *
 * @throws Error when the database is away or its job tables are not those of this version.
 */
export async function startJobs({
  mailer = roomMailer(),
  webhooks = webhookSender(),
}: Partial<JobWorld> = {}): Promise<Jobs> {
  const boss = await startBoss();
  const lanes = new Map<string, Lane>(
    JOB_NAMES.map((name) => [name, runLane(boss, name, { mailer, webhooks })] as const),
  );
  const stopListening = listenToDatabase({
    channel: JOB_CHANNEL,
    onMessage: (name) => lanes.get(name)?.wake(),
    onGap: () => lanes.forEach((lane) => lane.wake()),
  });
  const stopRepeating = repeatJobs(boss);
  return {
    stop: async () => {
      stopListening();
      stopRepeating();
      await Promise.all([...lanes.values()].map((lane) => lane.stop()));
      await boss.stop({ graceful: false });
    },
  };
}
