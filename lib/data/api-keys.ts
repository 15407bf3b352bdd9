import "server-only";
import { isId } from "@/lib/domain/id";
import type { ListedKey } from "@/lib/domain/program/listed-key";
import { SCOPES, type Scope } from "@/lib/domain/program/scope";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";

export type NewApiKey = {
  organizationId: string;
  createdById: string;
  name: string;
  /** How the secret begins. */
  prefix: string;
  /** SHA-256. */
  secretHash: Uint8Array<ArrayBuffer>;
  scopes: Scope[];
  createdAt: Date;
  expiresAt: Date | null;
};

/** A key as it proves who asks. */
export type HeldApiKey = {
  id: string;
  organizationId: string;
  scopes: Scope[];
  lastUsedAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
};

export async function insertApiKey(tx: Database, key: NewApiKey): Promise<string> {
  const { id } = await tx.apiKey.create({ data: key, select: { id: true } });
  return id;
}

/** The key with that secret, good or not; null for a secret that nobody was given. */
export async function findApiKey(
  tx: Database,
  secretHash: Uint8Array<ArrayBuffer>,
): Promise<HeldApiKey | null> {
  const { rows } = await runPrepared<Omit<HeldApiKey, "scopes"> & { scopes: string[] }>(
    tx,
    "api-key-by-secret",
    Prisma.sql`
    SELECT id, organization_id AS "organizationId", scopes, last_used_at AS "lastUsedAt",
      expires_at AS "expiresAt", revoked_at AS "revokedAt"
    FROM api_keys WHERE secret_hash = ${secretHash}`,
  );
  const [key] = rows;
  return key ? { ...key, scopes: readScopes(key.scopes) } : null;
}

/** Notes that a key was used, unless it was noted after `before` already. */
export async function markApiKeyUsed(
  tx: Database,
  keyId: string,
  { at, before }: { at: Date; before: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE api_keys SET last_used_at = ${at}::timestamptz
    WHERE id = ${keyId}::uuid AND (last_used_at IS NULL OR last_used_at <= ${before}::timestamptz)`;
}

const LISTED = {
  ...{ id: true, name: true, prefix: true, scopes: true, createdAt: true, lastUsedAt: true },
  ...{ expiresAt: true, revokedAt: true },
  createdBy: { select: { person: { select: { name: true } } } },
} as const;

/** An organization's keys, newest first, revoked and expired ones too. */
export async function listApiKeys(tx: Database, organizationId: string): Promise<ListedKey[]> {
  const keys = await tx.apiKey.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: LISTED,
  });
  return keys.map(toListed);
}

/** One of an organization's keys; null for every other. */
export async function findListedApiKey(
  tx: Database,
  organizationId: string,
  keyId: string,
): Promise<ListedKey | null> {
  if (!isId(keyId)) return null;
  const key = await tx.apiKey.findUnique({ where: { id: keyId, organizationId }, select: LISTED });
  return key && toListed(key);
}

/** Makes a key good for nothing from `at` on. False when it was revoked before or is not theirs. */
export async function markApiKeyRevoked(
  tx: Database,
  { organizationId, keyId, at }: { organizationId: string; keyId: string; at: Date },
): Promise<boolean> {
  const where = { id: keyId, organizationId, revokedAt: null };
  const { count } = await tx.apiKey.updateMany({ where, data: { revokedAt: at } });
  return count === 1;
}

type Row = Omit<ListedKey, "scopes" | "createdBy"> & {
  scopes: string[];
  createdBy: { person: { name: string } } | null;
};

function toListed({ scopes, createdBy, ...key }: Row): ListedKey {
  return { ...key, scopes: readScopes(scopes), createdBy: createdBy?.person.name ?? null };
}

function readScopes(stored: readonly string[]): Scope[] {
  return SCOPES.filter((scope) => stored.includes(scope));
}
