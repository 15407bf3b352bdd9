import "server-only";
import { switchEndpoint } from "@/lib/data/webhook-endpoints";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireEndpoint } from "./require-endpoint";

/**
 * Turns an endpoint on or off. While it is off nothing is kept for it, and what waited counts as
 * failed once its turn comes; turned on, its bad days are forgotten. Twice is once.
 *
 * @throws AppError "not-allowed", "scope-missing" or "webhook-not-found".
 */
export async function turnEndpoint(
  ctx: Context<PlannerActor>,
  endpointId: string,
  to: "on" | "off",
): Promise<void> {
  const { off } = await requireEndpoint(ctx, endpointId, "webhooks:write");
  if ((to === "on") === (off === null)) return;
  await switchEndpoint(ctx.actor.organizationId, endpointId, { to, at: ctx.now });
}
