import "server-only";
import { insertApiKey } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import type { NewKeyInput } from "@/lib/domain/program/key-input";
import { KEY_LIFETIMES } from "@/lib/domain/program/key-lifetime";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireIntegrationManager } from "@/lib/operations/integrations/require-integration-manager";
import { hashKeySecret, makeKeySecret, SHOWN_LENGTH } from "./key-secret";

const DAY_MS = 24 * 60 * 60_000;

/**
 * Makes a key for a program of the organization. Its secret is shown this once: only its hash is
 * kept.
 *
 * @throws AppError "not-allowed".
 */
export async function createKey(
  ctx: Context<MemberActor>,
  { name, scopes, lifetime }: NewKeyInput,
): Promise<{ keyId: string; secret: string }> {
  requireIntegrationManager(ctx);
  const { organizationId, memberId } = ctx.actor;
  const days = KEY_LIFETIMES[lifetime];
  const secret = makeKeySecret();
  const keyId = await insertApiKey(database(), {
    ...{ organizationId, createdById: memberId, name, scopes },
    prefix: secret.slice(0, SHOWN_LENGTH),
    secretHash: hashKeySecret(secret),
    createdAt: ctx.now,
    expiresAt: days === null ? null : new Date(ctx.now.getTime() + days * DAY_MS),
  });
  return { keyId, secret };
}
