import "server-only";
import { replaceSecret } from "@/lib/data/webhook-endpoints";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";
import { makeWebhookSecret } from "./webhook-secret";

/** How long the secret before a new one signs too, so that a receiver can change over. */
export const OVERLAP_HOURS = 24;

/**
 * Gives an endpoint a new secret and hands it back this once. For a day both sign; one that was
 * still valid from a rotation before that is not any more.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export async function rotateSecret(
  ctx: Context<PlannerActor>,
  endpointId: string,
): Promise<{ secret: string; oldSecretUntil: Date }> {
  await requireEndpoint(ctx, endpointId, "webhooks:write");
  const secret = makeWebhookSecret();
  const oldSecretUntil = new Date(ctx.now.getTime() + OVERLAP_HOURS * 60 * 60 * 1000);
  await replaceSecret(ctx.actor.organizationId, endpointId, { secret, oldSecretUntil });
  return { secret, oldSecretUntil };
}
