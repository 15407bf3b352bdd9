import "server-only";
import {
  listDeliveries as listDeliveriesOf,
  type LogFilter,
  type LoggedDelivery,
} from "@/lib/data/webhook-log";
import { isId } from "@/lib/domain/id";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

export type DeliveryPage = {
  deliveries: LoggedDelivery[];
  /** Where the next page begins; null when this is the last. */
  next: string | null;
};

/**
 * A page of an endpoint's log, newest first, from after the delivery `after` on.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export async function listDeliveries(
  ctx: Context<PlannerActor>,
  endpointId: string,
  { after, limit, ...filter }: LogFilter & { after: string | null; limit: number },
): Promise<DeliveryPage> {
  await requireEndpoint(ctx, endpointId, "webhooks:read");
  const from = after !== null && isId(after) ? after : null;
  const found = await listDeliveriesOf(endpointId, filter, from, limit + 1);
  const deliveries = found.slice(0, limit);
  return { deliveries, next: found.length > limit ? (deliveries.at(-1)?.id ?? null) : null };
}
