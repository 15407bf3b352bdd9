import "server-only";
import { findAcsUser, type AcsUser } from "@/lib/data/acs-users";
import { AppError } from "@/lib/domain/errors";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * The user with that raw id, when this resource's programs may give it tokens.
 *
 * @throws AppError "not-found" for one of another resource, of a roster only, or deleted;
 *   "scope-missing".
 */
export async function requireAcsUser(
  { actor }: Context<AcsActor>,
  rawId: string,
): Promise<AcsUser> {
  requireScope(actor, "people:write");
  const user = await findAcsUser(actor.resourceId, rawId);
  if (!user || user.organizationId !== actor.organizationId) throw new AppError("not-found");
  return user;
}
