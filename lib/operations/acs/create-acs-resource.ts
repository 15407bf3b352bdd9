import "server-only";
import { insertAcsResource } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * Opens a door for programs that speak the API of ACS, with two new keys.
 *
 * @throws AppError "not-allowed".
 */
export async function createAcsResource(
  ctx: Context<MemberActor>,
  { name }: { name: string },
): Promise<void> {
  requireIntegrationManager(ctx);
  await insertAcsResource(database(), ctx.actor.organizationId, name);
  forgetAcsResources();
}
