import "server-only";
import { listEndpoints as listEndpointsOf, type Endpoint } from "@/lib/data/webhook-endpoints";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireWebhooks } from "./require-endpoint";

/**
 * The organization's endpoints, oldest first.
 *
 * @throws AppError "not-allowed" or "scope-missing".
 */
export async function listEndpoints({ actor }: Context<PlannerActor>): Promise<Endpoint[]> {
  requireWebhooks(actor, "webhooks:read");
  return listEndpointsOf(actor.organizationId);
}
