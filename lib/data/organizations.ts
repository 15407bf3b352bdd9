import "server-only";
import type { Database } from "./client";

export type StoredOrganization = {
  name: string;
  kind: "clinic" | "events";
  /** IANA name. */
  timeZone: string;
};

export function findOrganization(
  tx: Database,
  organizationId: string,
): Promise<StoredOrganization | null> {
  return tx.organization.findUnique({
    where: { id: organizationId },
    select: { name: true, kind: true, timeZone: true },
  });
}

/** The organization that is called so in addresses and commands; null for none. */
export function findOrganizationBySlug(tx: Database, slug: string): Promise<{ id: string } | null> {
  return tx.organization.findUnique({ where: { slug }, select: { id: true } });
}

/** What the organizations are called in addresses and commands: a screenful of them at most. */
export async function listOrganizationSlugs(tx: Database): Promise<string[]> {
  const orderBy = { slug: "asc" } as const;
  const found = await tx.organization.findMany({ select: { slug: true }, orderBy, take: 50 });
  return found.map(({ slug }) => slug);
}

/** Keeps whatever else locks this organization waiting until the transaction ends. */
export async function lockOrganization(tx: Database, organizationId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM organizations WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
}
