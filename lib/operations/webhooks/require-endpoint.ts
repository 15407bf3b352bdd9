import "server-only";
import { findEndpoint, type Endpoint } from "@/lib/data/webhook-endpoints";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/** What somebody wants with webhooks: look at them, or change them and send. */
type Right = "webhooks:read" | "webhooks:write";

/**
 * Stops who may not look after the organization's webhooks: hosts, and programs without the scope.
 *
 * @throws AppError "not-allowed" or "scope-missing".
 */
export function requireWebhooks(actor: PlannerActor, right: Right): void {
  requireScope(actor, right);
  if (actor.kind === "member" && !staffCan(actor.staffRole, "manageIntegrations")) {
    throw new AppError("not-allowed", { step: right });
  }
}

/**
 * An endpoint of one's own organization.
 *
 * @throws AppError as above, and "webhook-not-found" for all others.
 */
export async function requireEndpoint(
  { actor }: Pick<Context<PlannerActor>, "actor">,
  endpointId: string,
  right: Right,
): Promise<Endpoint> {
  requireWebhooks(actor, right);
  const endpoint = isId(endpointId) ? await findEndpoint(actor.organizationId, endpointId) : null;
  if (!endpoint) throw new AppError("webhook-not-found");
  return endpoint;
}

/**
 * One that is on.
 *
 * @throws AppError as above, and "webhook-is-off".
 */
export async function requireEndpointThatIsOn(
  ctx: Pick<Context<PlannerActor>, "actor">,
  endpointId: string,
): Promise<Endpoint> {
  const endpoint = await requireEndpoint(ctx, endpointId, "webhooks:write");
  if (endpoint.off) throw new AppError("webhook-is-off");
  return endpoint;
}
