import "server-only";
import { insertEndpoint, type Endpoint } from "@/lib/data/webhook-endpoints";
import { AppError } from "@/lib/domain/errors";
import type { EndpointInput } from "@/lib/domain/webhook/endpoint-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireWebhooks } from "./require-endpoint";
import { makeWebhookSecret } from "./webhook-secret";

/** More endpoints than that are a mistake; each makes every change of a room a little slower. */
export const MOST_ENDPOINTS = 20;

/**
 * Adds an endpoint that is told of events from now on. Its secret is handed back this once.
 *
 * @throws AppError "not-allowed", "scope-missing" or "too-many-webhooks".
 */
export async function createEndpoint(
  { actor, now }: Context<PlannerActor>,
  { url, events }: EndpointInput,
): Promise<{ endpoint: Endpoint; secret: string }> {
  requireWebhooks(actor, "webhooks:write");
  const secret = makeWebhookSecret();
  const draft = { url, events, secret, now };
  const endpoint = await insertEndpoint(actor.organizationId, draft, MOST_ENDPOINTS);
  if (!endpoint) throw new AppError("too-many-webhooks");
  return { endpoint, secret };
}
