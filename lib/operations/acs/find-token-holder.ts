import "server-only";
import { findAcsResource } from "@/lib/data/acs-resources";
import { findAcsUser, type AcsUser } from "@/lib/data/acs-users";
import { keyPrint } from "@/lib/data/key-print";
import type { UserClaims } from "@/lib/domain/acs/user-claims";

/**
 * The user whose token it is, when the token is good beyond being genuine: the user was not deleted,
 * its tokens were not revoked since, and the resource still has the key that asked for it. Null
 * otherwise.
 */
export async function findTokenHolder({
  rawId,
  resourceId,
  keyPrint: print,
  issuedAt,
}: UserClaims): Promise<AcsUser | null> {
  const [user, resource] = await Promise.all([
    findAcsUser(resourceId, rawId),
    print ? findAcsResource(resourceId) : null,
  ]);
  if (!user || issuedAt < user.tokensValidFrom) return null;
  const isOfKey =
    print === null ||
    Object.values(resource?.keys ?? {}).some((key) => key !== null && keyPrint(key) === print);
  return isOfKey ? user : null;
}
