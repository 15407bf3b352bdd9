import "server-only";
import type { Database } from "./client";

/** Whether a resource of the organization whose call this is allows pages of this origin. */
export async function isOriginOfCall(
  tx: Database,
  origin: string,
  callName: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ isAllowed: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM calls c JOIN rooms r ON r.id = c.room_id
      JOIN acs_resources a ON a.organization_id = r.organization_id
      WHERE c.name = ${callName} AND ${origin} = ANY(a.allowed_origins)
    ) AS "isAllowed"`;
  return found?.isAllowed ?? false;
}

/** Whether any resource allows pages of this origin; then they may read our answers' errors. */
export async function isOriginOfAnyResource(tx: Database, origin: string): Promise<boolean> {
  const found = await tx.acsResource.findFirst({
    where: { allowedOrigins: { has: origin } },
    select: { id: true },
  });
  return found !== null;
}

/** Whether this resource allows pages of this origin. */
export async function isOriginOfResource(
  tx: Database,
  origin: string,
  resourceId: string,
): Promise<boolean> {
  const found = await tx.acsResource.findFirst({
    where: { id: resourceId, allowedOrigins: { has: origin } },
    select: { id: true },
  });
  return found !== null;
}
