import "server-only";
import PgBoss from "pg-boss";
import { env } from "@/lib/env";
import type { Database } from "./client";

/** What each background job is given. Ids only: a job loads the rest when it runs. */
export type JobPayloads = {
  /** Writes to this person whom the room expects; again when they were written to before. */
  "send-invitation": SeatPayload;
  /** Tells what changed since the last mail: title, time, length, role, or a new date. */
  "send-room-change": SeatPayload;
  /** Tells that the room was called off. */
  "send-cancellation": SeatPayload;
  /** Tells that they are not on the roster any more. */
  "send-removal": SeatPayload;
  /** Tells one who leads that somebody can't come, or can after all, if that is still so. */
  "send-excuse": ExcusePayload;
  /** Makes the next try of a webhook's delivery, unless that has gone on to another round. */
  "deliver-webhook": { deliveryId: string; round: number };
  /** Clears away old deliveries, and finds those that were forgotten. */
  "tidy-webhooks": Record<never, never>;
  /** Forgets kept answers, and deletes rooms that only programs knew, when their time is over. */
  "tidy-up": Record<never, never>;
};

export type SeatPayload = { seatId: string };

export type ExcusePayload = {
  /** Of the one who leads and is written to. */
  seatId: string;
  excusedSeatId: string;
  /** When they said that they can't come, as ISO 8601; null once they can after all. */
  excusedAt: string | null;
};

export type JobName = keyof JobPayloads;

/** The schema that the queue's migration makes. */
export const JOB_SCHEMA = "rostrum_jobs";

/** Where a commit that brings work says so; the payload is the job's name. */
export const JOB_CHANNEL = "rostrum_jobs";

/**
 * Writes a job in the transaction of the change that needs it: it exists if and only if the change
 * does. Workers hear of it at the commit.
 */
export function enqueue<Name extends JobName>(
  tx: Database,
  name: Name,
  payload: JobPayloads[Name],
): Promise<void> {
  return enqueueAll(tx, name, [payload]);
}

/** Writes one job for each payload, in one statement; none of them runs before `startAfter`. */
export async function enqueueAll<Name extends JobName>(
  tx: Database,
  name: Name,
  payloads: readonly JobPayloads[Name][],
  startAfter?: Date,
): Promise<void> {
  if (payloads.length === 0) return;
  let written = 0;
  const db = {
    executeSql: async (text: string, values: unknown[]) => {
      written = await tx.$executeRawUnsafe(text, ...values);
      return { rows: [] };
    },
  };
  await statements().insert(
    payloads.map((data) => ({ name, data, ...(startAfter && { startAfter }) })),
    { db },
  );
  // pg-boss leaves out jobs whose queue does not exist; ours must never vanish.
  if (written !== payloads.length) throw new Error(`there is no queue for the job ${name}`);
  await tx.$executeRaw`SELECT pg_notify(${JOB_CHANNEL}, ${name})`;
}

// Never started and without a connection: it only words the statements that `tx` runs.
let unstarted: PgBoss | undefined;

function statements(): PgBoss {
  unstarted ??= new PgBoss({ connectionString: env().DATABASE_URL, schema: JOB_SCHEMA });
  return unstarted;
}
