import "server-only";
import { findApiKey, markApiKeyUsed } from "@/lib/data/api-keys";
import { database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import { keyState } from "@/lib/domain/program/key-state";
import type { ProgramActor } from "@/lib/operations/context";
import { hashKeySecret, isKeySecret } from "./key-secret";

const NOTED_EVERY_MS = 60_000;

/**
 * The program that a key's secret proves. Its use is noted once a minute.
 *
 * @throws AppError "key-refused", alike for a secret that nobody was given and for a key that has
 *   expired or was revoked.
 */
export async function authenticateKey(secret: string, now: Date): Promise<ProgramActor> {
  const key = isKeySecret(secret) ? await findApiKey(database(), hashKeySecret(secret)) : null;
  if (!key || keyState(key, now) !== "active") throw new AppError("key-refused");
  const { id: keyId, organizationId, scopes, lastUsedAt } = key;
  const before = new Date(now.getTime() - NOTED_EVERY_MS);
  if (!lastUsedAt || lastUsedAt <= before) {
    await markApiKeyUsed(database(), keyId, { at: now, before });
  }
  return { kind: "program", keyId, organizationId, scopes };
}
