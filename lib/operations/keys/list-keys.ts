import "server-only";
import { findListedApiKey, listApiKeys } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import { keyState } from "@/lib/domain/program/key-state";
import type { KeyLine } from "@/lib/domain/program/listed-key";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";

/**
 * The organization's keys: those that work first, each kind newest first.
 *
 * @throws AppError "not-allowed".
 */
export async function listKeys(ctx: Context<MemberActor>): Promise<KeyLine[]> {
  requireIntegrationManager(ctx);
  const keys = await listApiKeys(database(), ctx.actor.organizationId);
  const lines = keys.map((key) => ({ ...key, state: keyState(key, ctx.now) }));
  const works = ({ state }: KeyLine) => state === "active";
  return [...lines.filter(works), ...lines.filter((line) => !works(line))];
}

/**
 * One of the organization's keys.
 *
 * @throws AppError "not-allowed", or "not-found" for every other.
 */
export async function getKey(ctx: Context<MemberActor>, keyId: string): Promise<KeyLine> {
  requireIntegrationManager(ctx);
  const key = await findListedApiKey(database(), ctx.actor.organizationId, keyId);
  if (!key) throw new AppError("not-found");
  return { ...key, state: keyState(key, ctx.now) };
}
