import "server-only";
import { createHmac } from "node:crypto";
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from "rate-limiter-flexible";
import { queryRateLimits } from "@/lib/data/rate-limits";
import { AppError } from "@/lib/domain/errors";
import { env } from "@/lib/env";

/** `isOfProcess`: each process counts for itself, in its memory. */
type Limit = { points: number; duration: number; isOfProcess?: boolean };

/** How often each thing may be tried within how many seconds, by whoever the key names. */
export const LIMITS = {
  /** Sign-in mails to one address. */
  "sign-in-address": { points: 5, duration: 15 * 60 },
  /** Sign-in mails asked for from one network address; a clinic shares one. */
  "sign-in-network": { points: 60, duration: 15 * 60 },
  /** Personal links that nobody was given, tried from one network address. */
  "link-guess": { points: 50, duration: 15 * 60 },
  /** Names given at the door of an open room; a lecture hall shares one network address. */
  "name-giving": { points: 600, duration: 10 * 60 },
  /** Presses of one seat, or one device without a seat, that leave a line or write to others. */
  "seat-press": { points: 60, duration: 10 * 60 },
  /**
   * Joins of one seat, or one device without a seat: each leaves a line in the room's record. Far
   * more than a page asks for that comes back after every cut. Many join at once, and a count in
   * the database would cost each of them time.
   */
  join: { points: 60, duration: 60, isOfProcess: true },
  /** Requests to our own API with one key. */
  "api-key": { points: 1200, duration: 60 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;

const limiters = new Map<LimitName, RateLimiterAbstract>();

/**
 * Counts one try. The counts live in the database, but for limits of a process, so all processes
 * share them; when it is away nobody gets through.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`, or the database's own error.
 */
export async function countTry(limit: LimitName, key: string): Promise<void> {
  await takeTries(limit, key, 1);
}

/**
 * Counts several tries at once: all of them, or none and a refusal.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`, or the database's own error.
 */
export async function takeTries(limit: LimitName, key: string, count: number): Promise<void> {
  if (count === 0) return;
  const { isGranted, endsAt } = await takePoints(limit, key, count);
  if (!isGranted) throw refusal(limit, endsAt - Date.now());
}

/**
 * Refuses who has tried too often already, without counting. For what costs only when it fails:
 * ask this first, and `countTry` after a failure.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`, or the database's own error.
 */
export async function requireTriesLeft(limit: LimitName, key: string): Promise<void> {
  const found = await limiterFor(limit).get(keyOf(key));
  if (found && found.consumedPoints >= LIMITS[limit].points)
    throw refusal(limit, found.msBeforeNext);
}

/**
 * Takes several tries at once: all of them or none. `left` is what is left after that; when none
 * were granted, nothing is before `endsAt`, in milliseconds since 1970.
 *
 * @throws the database's own error.
 */
export async function takePoints(
  limit: LimitName,
  key: string,
  points: number,
): Promise<{ isGranted: boolean; left: number; endsAt: number }> {
  try {
    const taken = await limiterFor(limit).consume(keyOf(key), points);
    const endsAt = Date.now() + taken.msBeforeNext;
    return { isGranted: true, left: taken.remainingPoints, endsAt };
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { isGranted: false, left: 0, endsAt: Date.now() + error.msBeforeNext };
  }
}

function limiterFor(limit: LimitName): RateLimiterAbstract {
  const known = limiters.get(limit);
  if (known) return known;
  const { points, duration, isOfProcess = false }: Limit = LIMITS[limit];
  const options = { keyPrefix: limit, points, duration };
  const made = isOfProcess
    ? new RateLimiterMemory(options)
    : new RateLimiterPostgres({
        storeClient: { query: queryRateLimits },
        storeType: "client",
        tableName: "rate_limits",
        tableCreated: true,
        ...options,
      });
  limiters.set(limit, made);
  return made;
}

/** Keys name people and networks: the table sees only what nobody can turn back. */
function keyOf(key: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(key).digest("base64url");
}

function refusal(limit: LimitName, msBeforeNext: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1000));
  return new AppError("too-many-requests", { limit, retryAfterSeconds });
}
