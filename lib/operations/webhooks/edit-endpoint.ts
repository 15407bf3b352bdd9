import "server-only";
import { updateEndpoint } from "@/lib/data/webhook-endpoints";
import type { NewEndpointInput } from "@/lib/domain/webhook/endpoint-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * Changes where an endpoint is and what it is told of. What waits goes to the new address.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export async function editEndpoint(
  ctx: Context<PlannerActor>,
  endpointId: string,
  { url, events }: NewEndpointInput,
): Promise<void> {
  await requireEndpoint(ctx, endpointId, "webhooks:write");
  await updateEndpoint(ctx.actor.organizationId, endpointId, { url, events });
}
