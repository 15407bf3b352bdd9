import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How many refused proofs one network address may send within how many seconds. */
const DENIALS = { points: 600, duration: 60 };

/**
 * A proof that fails costs a try of every key it could have been made with. Whoever sends them again
 * and again is told to wait before any is tried; so are good ones that come from the same address.
 */
export class DenialLimit {
  private readonly denials: RateLimiterMemory;

  constructor(limit = DENIALS) {
    this.denials = new RateLimiterMemory(limit);
  }

  /** In how many seconds this address is listened to again; null while it is. */
  async secondsToWait(address: string): Promise<number | null> {
    const found = await this.denials.get(address);
    if (!found || found.remainingPoints > 0) return null;
    return Math.max(1, Math.ceil(found.msBeforeNext / 1000));
  }

  async count(address: string): Promise<void> {
    try {
      await this.denials.consume(address);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
    }
  }
}
