import "server-only";
import type { Endpoint } from "@/lib/data/webhook-endpoints";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * One endpoint, without its secrets.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export function getEndpoint(ctx: Context<PlannerActor>, endpointId: string): Promise<Endpoint> {
  return requireEndpoint(ctx, endpointId, "webhooks:read");
}
