import "server-only";
import { listAcsResources as listStored, type AcsResource } from "@/lib/data/acs-resources";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * The organization's resources with their keys, the oldest first.
 *
 * @throws AppError "not-allowed".
 */
export async function listAcsResources(ctx: Context<MemberActor>): Promise<AcsResource[]> {
  requireIntegrationManager(ctx);
  return listStored(ctx.actor.organizationId);
}
