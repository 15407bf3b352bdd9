import "server-only";
import { inTransaction } from "@/lib/data/client";
import { replayDeliveries } from "@/lib/data/webhook-deliveries";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpointThatIsOn } from "./require-endpoint";

/** As many at a time, oldest first, so that one press fills no queue. */
export const MOST_REPLAYED = 1_000;

/**
 * Sends again what was given up for an endpoint since an instant, that itself included.
 *
 * @returns how many; when it is `MOST_REPLAYED`, there may be more.
 * @throws AppError "not-allowed", "scope-missing", "webhook-not-found" or "webhook-is-off".
 */
export async function replayFailed(
  ctx: Context<PlannerActor>,
  endpointId: string,
  since: Date,
): Promise<number> {
  await requireEndpointThatIsOn(ctx, endpointId);
  const which = { failedSince: since, limit: MOST_REPLAYED };
  return inTransaction((tx) => replayDeliveries(tx, endpointId, which, ctx.now));
}
