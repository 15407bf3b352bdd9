import "server-only";
import { database, type Database } from "./client";

/** What was answered, to the letter. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/** A request that may be sent again under its key. */
export type Repeatable = {
  /** `acs:<resource id>` or `key:<api key id>`: keys of different owners never meet. */
  owner: string;
  /** 1 to 255 characters, chosen by whoever asks. */
  key: string;
  /** SHA-256 over what was asked. */
  requestHash: Uint8Array<ArrayBuffer>;
};

export type Replay = { isSameRequest: boolean; answer: Answer };

/** What was answered under this key before; null when nothing was, or it has expired at `now`. */
export async function findReplay(
  { owner, key, requestHash }: Repeatable,
  now: Date,
): Promise<Replay | null> {
  const [found] = await database().$queryRaw<(Answer & { isSameRequest: boolean })[]>`
    SELECT status, headers, body, request_hash = ${requestHash} AS "isSameRequest" FROM replays
    WHERE owner = ${owner} AND key = ${key} AND expires_at > ${now}::timestamptz`;
  if (!found) return null;
  const { isSameRequest, ...answer } = found;
  return { isSameRequest, answer };
}

/**
 * Keeps the answer in the transaction of the change it tells of, so that both exist or neither.
 *
 * Of two transactions with the same key the second waits here for the first and then gets false: it
 * must undo itself, and its request is answered by `findReplay`.
 */
export async function keepReplay(
  tx: Database,
  { owner, key, requestHash }: Repeatable,
  { status, headers, body }: Answer,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<boolean> {
  const kept = await tx.$executeRaw`
    INSERT INTO replays AS kept (owner, key, request_hash, status, headers, body, created_at, expires_at)
    VALUES (${owner}, ${key}, ${requestHash}, ${status}, ${JSON.stringify(headers)}::jsonb, ${body},
      ${now}::timestamptz, ${expiresAt}::timestamptz)
    ON CONFLICT (owner, key) DO UPDATE SET request_hash = excluded.request_hash,
      status = excluded.status, headers = excluded.headers, body = excluded.body,
      created_at = excluded.created_at, expires_at = excluded.expires_at
    WHERE kept.expires_at <= ${now}::timestamptz`;
  return kept === 1;
}

/** Forgets what has expired; returns how many answers that were. */
export function forgetExpiredReplays(now: Date): Promise<number> {
  return database().$executeRaw`DELETE FROM replays WHERE expires_at <= ${now}::timestamptz`;
}
