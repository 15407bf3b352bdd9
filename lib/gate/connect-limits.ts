import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** How often somebody may knock. Each count answers true when it was too often. */
export type ConnectLimits = {
  /** By identity alone: addresses can be made up, and only a genuine ticket names an identity. */
  countConnect(identity: string): Promise<boolean>;
  countBadTicket(address: string): Promise<boolean>;
};

// LiveKit's client tries 10 times in 44 seconds, each with a look at `validate`.
const CONNECTS = { points: 40, duration: 30 };
// A clinic behind one address may hold some tickets that have run out.
const BAD_TICKETS = { points: 60, duration: 30 };

export function connectLimits(): ConnectLimits {
  const connects = new RateLimiterMemory(CONNECTS);
  const badTickets = new RateLimiterMemory(BAD_TICKETS);
  return {
    countConnect: (identity) => isOver(connects, identity),
    countBadTicket: (address) => isOver(badTickets, address),
  };
}

async function isOver(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return false;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return true;
    throw refusal;
  }
}
