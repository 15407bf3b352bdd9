import "server-only";
import { randomUUID } from "node:crypto";
import type { OffReason } from "@/lib/domain/webhook/after-attempt";
import { database, inTransaction, type Database } from "./client";
import { lockOrganization } from "./organizations";
import { findUnsealed, seal } from "./sealed";

/** An endpoint as staff and programs see it: all but its secrets. */
export type Endpoint = {
  id: string;
  url: string;
  /** Empty is every event. */
  events: string[];
  createdAt: Date;
  version: number;
  failingSince: Date | null;
  off: { since: Date; reason: OffReason } | null;
  /** Until when the secret before this one signs too; null when none does. */
  oldSecretUntil: Date | null;
};

const SEEN = {
  id: true,
  url: true,
  events: true,
  createdAt: true,
  version: true,
  failingSince: true,
  offSince: true,
  offReason: true,
  oldSecretUntil: true,
} as const;

type Row = Omit<Endpoint, "off"> & {
  offSince: Date | null;
  offReason: "byHand" | "gone" | "failing" | null;
};

const REASON = { byHand: "by-hand", gone: "gone", failing: "failing" } as const;

function toEndpoint({ offSince, offReason, ...row }: Row): Endpoint {
  const off = offSince && offReason ? { since: offSince, reason: REASON[offReason] } : null;
  return { ...row, off };
}

/** An organization's endpoints, oldest first. */
export async function listEndpoints(organizationId: string): Promise<Endpoint[]> {
  const rows = await database().webhookEndpoint.findMany({
    where: { organizationId },
    select: SEEN,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toEndpoint);
}

/** The endpoint, when it is this organization's; null otherwise. */
export async function findEndpoint(
  organizationId: string,
  endpointId: string,
): Promise<Endpoint | null> {
  const row = await database().webhookEndpoint.findFirst({
    where: { id: endpointId, organizationId },
    select: SEEN,
  });
  return row && toEndpoint(row);
}

type NewEndpoint = { url: string; events: string[]; secret: string; now: Date };

/**
 * Adds an endpoint unless the organization has `most` already; null then. The organization's row is
 * locked, so that two at once can't both be the last.
 */
export function insertEndpoint(
  organizationId: string,
  { url, events, secret, now }: NewEndpoint,
  most: number,
): Promise<Endpoint | null> {
  return inTransaction(async (tx) => {
    await lockOrganization(tx, organizationId);
    if ((await tx.webhookEndpoint.count({ where: { organizationId } })) >= most) return null;
    const id = randomUUID();
    const sealed = sealSecret(secret, id);
    const row = await tx.webhookEndpoint.create({
      data: { id, organizationId, url, events, secret: sealed, createdAt: now },
      select: SEEN,
    });
    return toEndpoint(row);
  });
}

/** Turning it on begins with a clean sheet. */
export type Turn = { to: "on" | "off"; at: Date };

function turned({ to, at }: Turn) {
  return to === "on"
    ? { offSince: null, offReason: null, failingSince: null, restingUntil: null }
    : { offSince: at, offReason: "byHand" as const };
}

/**
 * Changes where an endpoint is and what it wants, and turns it on or off with the same statement;
 * false when the organization has none such, or not of that version.
 */
export async function updateEndpoint(
  organizationId: string,
  endpointId: string,
  { url, events, turn }: { url: string; events: string[]; turn: Turn | null },
  version: number | null,
): Promise<boolean> {
  const { count } = await database().webhookEndpoint.updateMany({
    where: { id: endpointId, organizationId, ...(version !== null && { version }) },
    data: { url, events, restingUntil: null, ...(turn && turned(turn)), version: { increment: 1 } },
  });
  return count > 0;
}

/** Turns an endpoint on or off; false when the organization has none such. */
export async function switchEndpoint(
  organizationId: string,
  endpointId: string,
  turn: Turn,
): Promise<boolean> {
  const { count } = await database().webhookEndpoint.updateMany({
    where: { id: endpointId, organizationId },
    data: { ...turned(turn), version: { increment: 1 } },
  });
  return count > 0;
}

/** Deletes an endpoint and its log; false when the organization has none such. */
export async function deleteEndpoint(organizationId: string, endpointId: string): Promise<boolean> {
  const { count } = await database().webhookEndpoint.deleteMany({
    where: { id: endpointId, organizationId },
  });
  return count > 0;
}

/**
 * Gives an endpoint a new secret. The one before it signs too until `oldSecretUntil`; one before
 * that no longer. False when the organization has none such.
 */
export async function replaceSecret(
  organizationId: string,
  endpointId: string,
  { secret, oldSecretUntil }: { secret: string; oldSecretUntil: Date },
): Promise<boolean> {
  const changed = await database().$executeRaw`
    UPDATE webhook_endpoints
    SET old_secret = secret, old_secret_until = ${oldSecretUntil}::timestamptz,
      secret = ${sealSecret(secret, endpointId)}, version = version + 1
    WHERE id = ${endpointId}::uuid AND organization_id = ${organizationId}::uuid`;
  return changed > 0;
}

/**
 * What signs for an endpoint at `now`, newest first. One that was sealed under another AUTH_SECRET
 * does not open and signs nothing; where none opens, there is none.
 */
export function openSecrets(
  endpoint: { id: string; secret: Uint8Array; oldSecret: Uint8Array | null },
  oldSecretUntil: Date | null,
  now: Date,
): string[] {
  const { id, secret, oldSecret } = endpoint;
  const isOldValid = oldSecretUntil !== null && now < oldSecretUntil;
  const valid = oldSecret && isOldValid ? [secret, oldSecret] : [secret];
  return valid.flatMap((sealed) => findUnsealed(sealed, placeOf(id))?.toString("utf8") ?? []);
}

/** Forgets old secrets whose time is over. */
export async function dropOldSecrets(db: Database, now: Date): Promise<void> {
  await db.webhookEndpoint.updateMany({
    where: { oldSecretUntil: { lte: now } },
    data: { oldSecret: null, oldSecretUntil: null },
  });
}

// A secret moves from the one column to the other, so its place names the row alone.
const placeOf = (endpointId: string) => `webhook_endpoints.secret/${endpointId}`;

function sealSecret(secret: string, endpointId: string): Uint8Array<ArrayBuffer> {
  return seal(Buffer.from(secret), placeOf(endpointId));
}
