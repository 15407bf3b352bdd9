import "server-only";
import { deleteEndpoint } from "@/lib/data/webhook-endpoints";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * Deletes an endpoint with its log. What waits for it is never sent.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export async function removeEndpoint(
  ctx: Context<PlannerActor>,
  endpointId: string,
): Promise<void> {
  await requireEndpoint(ctx, endpointId, "webhooks:write");
  await deleteEndpoint(ctx.actor.organizationId, endpointId);
}
