import "server-only";
import { markApiKeyRevoked } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import type { Context, MemberActor } from "@/lib/operations/context";
import { getKey } from "./list-keys";

/**
 * Makes a key good for nothing, from the next request on. A revoked one stays as it is.
 *
 * @throws AppError "not-allowed" or "not-found".
 */
export async function revokeKey(ctx: Context<MemberActor>, keyId: string): Promise<void> {
  await getKey(ctx, keyId);
  const { organizationId } = ctx.actor;
  await markApiKeyRevoked(database(), { organizationId, keyId, at: ctx.now });
}
