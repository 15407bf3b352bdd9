import "server-only";
import { deleteAcsResource as deleteStored } from "@/lib/data/acs-resources";
import { database } from "@/lib/data/client";
import { forgetAcsResources } from "@/lib/data/known-acs-resources";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * Closes a door for good: its keys and the tokens of its users open nothing any more, and the users
 * are forgotten. Rooms stay with their rosters, running calls go on, and no clock deletes the rooms
 * later. `lib/decisions/013` says why.
 *
 * @throws AppError "not-allowed", or "not-found" for a resource of another organization.
 */
export async function deleteAcsResource(
  ctx: Context<MemberActor>,
  { resourceId }: { resourceId: string },
): Promise<void> {
  requireIntegrationManager(ctx);
  const { organizationId } = ctx.actor;
  const isOurs = isId(resourceId) && (await deleteStored(database(), organizationId, resourceId));
  if (!isOurs) throw new AppError("not-found");
  forgetAcsResources();
}
