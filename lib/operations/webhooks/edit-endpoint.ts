import "server-only";
import { updateEndpoint } from "@/lib/data/webhook-endpoints";
import { AppError } from "@/lib/domain/errors";
import type { EndpointInput } from "@/lib/domain/webhook/endpoint-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * Changes where an endpoint is and what it is told of. What waits goes to the new address.
 *
 * @param seenVersion the one that was looked at before; without it the change is made over any.
 * @throws AppError "not-allowed", "scope-missing", "webhook-not-found" or "changed-meanwhile".
 */
export async function editEndpoint(
  ctx: Context<PlannerActor>,
  endpointId: string,
  { url, events }: EndpointInput,
  seenVersion?: number,
): Promise<void> {
  await requireEndpoint(ctx, endpointId, "webhooks:write");
  const { organizationId } = ctx.actor;
  const isChanged = await updateEndpoint(
    organizationId,
    endpointId,
    { url, events },
    seenVersion ?? null,
  );
  if (!isChanged) throw new AppError("changed-meanwhile");
}
