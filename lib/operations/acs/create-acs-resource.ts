import "server-only";
import { countAcsResources, insertAcsResource } from "@/lib/data/acs-resources";
import { inTransaction } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import { lockOrganization } from "@/lib/data/organizations";
import { AppError } from "@/lib/domain/errors";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * As many as an organization may have. A request that does not name its resource is compared with the
 * keys of all, those of other organizations too, so nobody may add as many as they like.
 */
export const MOST_RESOURCES = 20;

/**
 * Opens a door for programs that speak the API of ACS, with two new keys.
 *
 * @throws AppError "not-allowed" or "too-many-resources".
 */
export async function createAcsResource(
  ctx: Context<MemberActor>,
  { name }: { name: string },
): Promise<void> {
  requireIntegrationManager(ctx);
  const { organizationId } = ctx.actor;
  await inTransaction(async (tx) => {
    // Two at once can't both be the last.
    await lockOrganization(tx, organizationId);
    if ((await countAcsResources(tx, organizationId)) >= MOST_RESOURCES) {
      throw new AppError("too-many-resources");
    }
    await insertAcsResource(tx, organizationId, name);
  });
  forgetAcsResources();
}
