import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { database, type Database } from "./client";
import { findUnsealed, seal } from "./sealed";

/** As long as those of ACS. */
const KEY_BYTES = 64;

export const KEY_SLOTS = ["primary", "secondary"] as const;

export type KeySlot = (typeof KEY_SLOTS)[number];

/** A resource with its keys in the open. */
export type AcsResource = {
  id: string;
  organizationId: string;
  name: string;
  /** Null for one that does not open: it was sealed under another AUTH_SECRET, or its row is broken. */
  keys: Record<KeySlot, Buffer | null>;
  allowedOrigins: string[];
  createdAt: Date;
};

/** One that was just made. */
export type NewAcsResource = AcsResource & { keys: Record<KeySlot, Buffer> };

/** Makes a resource with two new keys. */
export async function insertAcsResource(
  tx: Database,
  organizationId: string,
  name: string,
): Promise<NewAcsResource> {
  const id = randomUUID();
  const keys = { primary: randomBytes(KEY_BYTES), secondary: randomBytes(KEY_BYTES) };
  const row = await tx.acsResource.create({
    data: {
      ...{ id, organizationId, name },
      primaryKey: seal(keys.primary, placeOf(id, "primary")),
      secondaryKey: seal(keys.secondary, placeOf(id, "secondary")),
    },
  });
  return { id, organizationId, name, keys, allowedOrigins: [], createdAt: row.createdAt };
}

/** Every resource; those of one organization when it is given. The oldest first. */
export async function listAcsResources(organizationId?: string): Promise<AcsResource[]> {
  const rows = await database().acsResource.findMany({
    where: organizationId ? { organizationId } : {},
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toResource);
}

export function countAcsResources(tx: Database, organizationId: string): Promise<number> {
  return tx.acsResource.count({ where: { organizationId } });
}

export async function findAcsResource(resourceId: string): Promise<AcsResource | null> {
  const row = await database().acsResource.findUnique({ where: { id: resourceId } });
  return row && toResource(row);
}

type ResourceRow = Omit<AcsResource, "keys"> & { primaryKey: Uint8Array; secondaryKey: Uint8Array };

function toResource({ primaryKey, secondaryKey, ...row }: ResourceRow): AcsResource {
  const keys = {
    primary: findUnsealed(primaryKey, placeOf(row.id, "primary")),
    secondary: findUnsealed(secondaryKey, placeOf(row.id, "secondary")),
  };
  return { ...row, keys };
}

/** Puts a new key in the place of the old one, which is good for nothing from the commit on. */
export async function replaceAcsKey(
  tx: Database,
  organizationId: string,
  resourceId: string,
  slot: KeySlot,
): Promise<boolean> {
  const sealed = seal(randomBytes(KEY_BYTES), placeOf(resourceId, slot));
  const { count } = await tx.acsResource.updateMany({
    where: { id: resourceId, organizationId },
    data: slot === "primary" ? { primaryKey: sealed } : { secondaryKey: sealed },
  });
  return count === 1;
}

/** Sets the origins of pages that may ask to join with tokens of this resource. */
export async function setAcsOrigins(
  tx: Database,
  organizationId: string,
  resourceId: string,
  allowedOrigins: readonly string[],
): Promise<boolean> {
  const { count } = await tx.acsResource.updateMany({
    where: { id: resourceId, organizationId },
    data: { allowedOrigins: [...allowedOrigins] },
  });
  return count === 1;
}

/** Deletes a resource with its users. Rooms that its programs made stay, as if staff had made them. */
export async function deleteAcsResource(
  tx: Database,
  organizationId: string,
  resourceId: string,
): Promise<boolean> {
  const { count } = await tx.acsResource.deleteMany({ where: { id: resourceId, organizationId } });
  return count === 1;
}

function placeOf(resourceId: string, slot: KeySlot): string {
  return `acs_resources.${slot}_key/${resourceId}`;
}
