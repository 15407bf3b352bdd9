import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import type { Context } from "@/lib/operations/context";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { refusal } from "./rate-limit";

// Far more than a page asks for that comes back after every cut.
const joins = new RateLimiterMemory({ points: 60, duration: 60 });

/**
 * Counts one join of a seat, or of a device without one: each leaves a line in the room's record.
 * Counted in this process alone, since many join at once, and a count in the database would cost
 * each of them time.
 *
 * @throws AppError "too-many-requests" with `retryAfterSeconds`.
 */
export async function countJoin({ actor }: Pick<Context<RoomVisitor>, "actor">): Promise<void> {
  try {
    await joins.consume(actor.seatId ?? actor.deviceId);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw refusal("join", error.msBeforeNext);
    throw error;
  }
}
