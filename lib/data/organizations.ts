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
