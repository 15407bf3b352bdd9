import "server-only";
import { replaceAcsKey as replaceStoredKey } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import type { ReplaceAccessKeyInput } from "@/lib/domain/acs/resource-input";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * Replaces one of a resource's two keys. Whatever still signs with the old one is refused, and the
 * user tokens that it asked for are worth nothing any more; the other key goes on.
 *
 * @throws AppError "not-allowed", or "not-found" for a resource of another organization.
 */
export async function replaceAcsKey(
  ctx: Context<MemberActor>,
  { resourceId, slot }: ReplaceAccessKeyInput,
): Promise<void> {
  requireIntegrationManager(ctx);
  const { organizationId } = ctx.actor;
  const isOurs =
    isId(resourceId) && (await replaceStoredKey(database(), organizationId, resourceId, slot));
  if (!isOurs) throw new AppError("not-found");
  forgetAcsResources();
}
