import "server-only";
import { updateEndpoint } from "@/lib/data/webhook-endpoints";
import { AppError } from "@/lib/domain/errors";
import type { EndpointInput } from "@/lib/domain/webhook/endpoint-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * Changes where an endpoint is and what it is told of, and turns it on or off at the same time when
 * `isOn` says which. What waits goes to the new address.
 *
 * @param seenVersion the one that was looked at before; without it the change is made over any.
 * @throws AppError "not-allowed", "scope-missing", "webhook-not-found" or "changed-meanwhile".
 */
export async function editEndpoint(
  ctx: Context<PlannerActor>,
  endpointId: string,
  { url, events, isOn }: EndpointInput & { isOn?: boolean | undefined },
  seenVersion?: number,
): Promise<void> {
  const { off } = await requireEndpoint(ctx, endpointId, "webhooks:write");
  const { organizationId } = ctx.actor;
  const isTurned = isOn !== undefined && isOn === (off !== null);
  const turn = isTurned ? ({ to: isOn ? "on" : "off", at: ctx.now } as const) : null;
  const isChanged = await updateEndpoint(
    organizationId,
    endpointId,
    { url, events, turn },
    seenVersion ?? null,
  );
  if (!isChanged) throw new AppError("changed-meanwhile");
}
