import "server-only";
import { setAcsOrigins } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import type { ResourceOriginsInput } from "@/lib/domain/acs/resource-input";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * Sets which pages may join with tokens of a resource, by their origins.
 *
 * @throws AppError "not-allowed", or "not-found" for a resource of another organization.
 */
export async function changeAcsOrigins(
  ctx: Context<MemberActor>,
  { resourceId, origins }: ResourceOriginsInput,
): Promise<void> {
  requireIntegrationManager(ctx);
  const { organizationId } = ctx.actor;
  const isOurs =
    isId(resourceId) && (await setAcsOrigins(database(), organizationId, resourceId, origins));
  if (!isOurs) throw new AppError("not-found");
  forgetAcsResources();
}
