import "server-only";
import type { TokenInput } from "@/lib/domain/acs/token-input";
import type { UserClaims } from "@/lib/domain/acs/user-claims";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireAcsUser } from "./require-acs-user";

const MINUTE_MS = 60_000;

/**
 * What a new token of a user says; whoever answers signs it. `keyPrint` is that of the access key
 * that asks: without that key the token is worth nothing any more.
 *
 * @throws AppError "not-found" for somebody who is no user of this resource; "scope-missing".
 */
export async function grantAcsToken(
  ctx: Context<AcsActor>,
  rawId: string,
  { scopes, minutes }: TokenInput,
  keyPrint: string | null,
): Promise<UserClaims> {
  const { resourceId } = await requireAcsUser(ctx, rawId);
  const expiresAt = new Date(ctx.now.getTime() + minutes * MINUTE_MS);
  return { rawId, resourceId, scopes, keyPrint, issuedAt: ctx.now, expiresAt };
}
