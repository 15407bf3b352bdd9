import "server-only";
import { markAcsUserDeleted } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireAcsUser } from "./require-acs-user";

/**
 * Deletes a user with all its tokens. Its seats stay on their rosters, where nobody can take them.
 *
 * @throws AppError "not-found" or "scope-missing".
 */
export async function deleteAcsUser(ctx: Context<AcsActor>, rawId: string): Promise<void> {
  const { organizationId, resourceId } = await requireAcsUser(ctx, rawId);
  await markAcsUserDeleted(database(), { organizationId, resourceId, rawId }, ctx.now);
}
