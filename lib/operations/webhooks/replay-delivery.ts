import "server-only";
import { inTransaction } from "@/lib/data/client";
import { replayDeliveries } from "@/lib/data/webhook-deliveries";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpointThatIsOn } from "./require-endpoint";

/**
 * Sends one message to an endpoint again at once, whatever came of it, under the same id.
 *
 * @throws AppError "not-allowed", "scope-missing", "webhook-not-found" or "webhook-is-off".
 */
export async function replayDelivery(
  ctx: Context<PlannerActor>,
  endpointId: string,
  deliveryId: string,
): Promise<void> {
  await requireEndpointThatIsOn(ctx, endpointId);
  const replayed = isId(deliveryId)
    ? await inTransaction((tx) => replayDeliveries(tx, endpointId, { deliveryId }, ctx.now))
    : 0;
  if (replayed === 0) throw new AppError("webhook-not-found");
}
