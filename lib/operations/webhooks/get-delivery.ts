import "server-only";
import { findDelivery } from "@/lib/data/webhook-log";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * One delivery with what is sent and each try.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found", also for a delivery that
 * the endpoint does not have.
 */
export async function getDelivery(
  ctx: Context<PlannerActor>,
  endpointId: string,
  deliveryId: string,
) {
  const endpoint = await requireEndpoint(ctx, endpointId, "webhooks:read");
  const delivery = isId(deliveryId) ? await findDelivery(endpointId, deliveryId) : null;
  if (!delivery) throw new AppError("webhook-not-found");
  return { endpoint, delivery };
}
