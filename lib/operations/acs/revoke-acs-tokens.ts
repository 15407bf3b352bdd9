import "server-only";
import { revokeAcsTokens as revokeTokensOf } from "@/lib/data/acs-users";
import { database } from "@/lib/data/client";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireAcsUser } from "./require-acs-user";

/**
 * Makes every token of a user worthless that was issued until now.
 *
 * @throws AppError "not-found" or "scope-missing".
 */
export async function revokeAcsTokens(ctx: Context<AcsActor>, rawId: string): Promise<void> {
  const { organizationId, resourceId } = await requireAcsUser(ctx, rawId);
  const from = new Date(ctx.now.getTime() + 1);
  await revokeTokensOf(database(), { organizationId, resourceId, rawId }, from);
}
