import "server-only";
import { createHash } from "node:crypto";
import { asOneTransaction, database } from "@/lib/data/client";
import { findReplay, keepReplay, type Answer, type Repeatable } from "@/lib/data/replays";
import { AppError } from "@/lib/domain/errors";

const KEPT_MS = 24 * 60 * 60_000;

// A structured field's string (RFC 8941), as the draft asks for, or the same without its quotes.
const QUOTED = /^"([\x20\x21\x23-\x5B\x5D-\x7E]{1,255})"$/;
const BARE = /^[\x21\x23-\x7E]{1,255}$/;

/**
 * A request's Idempotency-Key with what was asked; null when it has none. Keys of different API
 * keys never meet.
 *
 * @throws AppError "idempotency-key-unreadable".
 */
export function readRepeatable(
  request: Request,
  bytes: Uint8Array,
  keyId: string,
): Repeatable | null {
  const header = request.headers.get("idempotency-key")?.trim();
  if (header === undefined) return null;
  const key = QUOTED.exec(header)?.[1] ?? BARE.exec(header)?.[0];
  if (!key) throw new AppError("idempotency-key-unreadable");
  const { pathname, search } = new URL(request.url);
  const about = `${request.method} ${pathname}${search}\n${request.headers.get("if-match") ?? ""}\n`;
  const hash = createHash("sha256").update(about).update(bytes).digest();
  return { owner: `key:${keyId}`, key, requestHash: new Uint8Array(hash) };
}

export type KeptAnswer = Answer & { isReplay: boolean };

/** Undoes a change whose twin was faster. */
class AnsweredMeanwhile extends Error {}

/**
 * The answer of `work`, kept for a day in the transaction of its change: after a crash either both
 * are there or neither is. A repeated request gets the kept answer, also while the first is still
 * on its way. Failures are not kept.
 *
 * @throws AppError "idempotency-key-reused" when another request came with the key before, or what
 *   `work` throws.
 */
export async function answerOnce(
  asked: Repeatable,
  now: Date,
  work: () => Promise<Answer>,
): Promise<KeptAnswer> {
  const before = await findKept(asked, now);
  if (before) return before;
  const expiresAt = new Date(now.getTime() + KEPT_MS);
  try {
    return await asOneTransaction(async () => {
      const answer = await work();
      const isFirst = await keepReplay(database(), asked, answer, { now, expiresAt });
      if (!isFirst) throw new AnsweredMeanwhile();
      return { ...answer, isReplay: false };
    });
  } catch (error) {
    // A change that its twin made impossible fails in other ways: the room moved already.
    const after = await findKept(asked, now);
    if (after) return after;
    throw error;
  }
}

async function findKept(asked: Repeatable, now: Date): Promise<KeptAnswer | null> {
  const found = await findReplay(asked, now);
  if (!found) return null;
  if (!found.isSameRequest) throw new AppError("idempotency-key-reused");
  return { ...found.answer, isReplay: true };
}
