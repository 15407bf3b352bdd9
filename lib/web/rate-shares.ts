import "server-only";
import { AppError } from "@/lib/domain/errors";
import { LIMITS, takePoints, type LimitName } from "./rate-limit";

/** How many tries one question to the database takes at once. Divides the limits it is used for. */
const SHARE = 20;

/** Where somebody stands with a limit, as the RateLimit header fields say it. */
export type Allowance = {
  limit: number;
  windowSeconds: number;
  left: number;
  resetSeconds: number;
};

type Share = { left: number; leftBeyond: number; endsAt: number };

const shares = new Map<string, Promise<Share>>();

/** Where somebody stands whom a limit has just refused; null for failures of another kind. */
export function spentAllowance(error: unknown): Allowance | null {
  if (!(error instanceof AppError) || error.code !== "too-many-requests") return null;
  const { limit, retryAfterSeconds: resetSeconds } = error.detail;
  if (!isLimit(limit) || typeof resetSeconds !== "number") return null;
  const { points, duration } = LIMITS[limit];
  return { limit: points, windowSeconds: duration, left: 0, resetSeconds };
}

function isLimit(name: unknown): name is LimitName {
  return typeof name === "string" && name in LIMITS;
}

/**
 * Counts one try like `countTry`, but takes tries in shares: only each twentieth asks the database.
 * Several processes share the limit; what is left of a share when its time is over is lost.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`, or the database's own error.
 */
export async function countTryInShares(limit: LimitName, key: string): Promise<Allowance> {
  const name = `${limit}:${key}`;
  for (;;) {
    const known = shares.get(name);
    const share = await known;
    const now = Date.now();
    if (share && share.endsAt > now) {
      const resetSeconds = Math.max(1, Math.ceil((share.endsAt - now) / 1000));
      if (share.left > 0) {
        share.left--;
        return allowanceOf(limit, share, resetSeconds);
      }
      if (share.leftBeyond === 0) {
        throw new AppError("too-many-requests", { limit, retryAfterSeconds: resetSeconds });
      }
    }
    // Of those who find nothing left, the first asks and the others wait for the same share.
    if (shares.get(name) === known) shares.set(name, take(limit, key, name));
  }
}

async function take(limit: LimitName, key: string, name: string): Promise<Share> {
  try {
    const { isGranted, left, endsAt } = await takePoints(limit, key, SHARE);
    return { left: isGranted ? SHARE : 0, leftBeyond: left, endsAt };
  } catch (error) {
    shares.delete(name);
    throw error;
  }
}

function allowanceOf(limit: LimitName, share: Share, resetSeconds: number): Allowance {
  const { points, duration } = LIMITS[limit];
  const left = share.left + share.leftBeyond;
  return { limit: points, windowSeconds: duration, left, resetSeconds };
}
