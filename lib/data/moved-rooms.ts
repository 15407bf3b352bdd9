import "server-only";
import type { Database } from "./client";
import type { AcsUserKey } from "./acs-users";

/** Whether a room of the organization has that id of ACS's form, wherever it was made. */
export async function hasAcsRoom(
  tx: Database,
  organizationId: string,
  acsId: string,
): Promise<boolean> {
  const where = { acsId_organizationId: { acsId, organizationId } };
  return (await tx.room.findUnique({ where, select: { id: true } })) !== null;
}

/**
 * Gives a room that was just made the id and the age that it has elsewhere; `createdAt` is UTC
 * without a zone, kept to the microsecond.
 */
export async function keepAcsId(
  tx: Database,
  roomId: string,
  { acsId, createdAt, titleBegin }: { acsId: string; createdAt: string; titleBegin: string },
): Promise<void> {
  const title = `${titleBegin} ${acsId}`;
  await tx.$executeRaw`
    UPDATE rooms
    SET acs_id = ${acsId}, title = ${title}, created_at = (${createdAt} || 'Z')::timestamptz
    WHERE id = ${roomId}::uuid`;
}

/** Lets tokens be issued for raw ids of a roster, which were made elsewhere. */
export async function markUsersImported(
  tx: Database,
  { organizationId, resourceId }: Omit<AcsUserKey, "rawId">,
  rawIds: readonly string[],
): Promise<void> {
  await tx.acsUser.updateMany({
    where: { organizationId, resourceId, rawId: { in: [...rawIds] }, origin: "roster" },
    data: { origin: "import" },
  });
}
