import "server-only";
import { findAcsRoom, lockAcsRoom, type StoredAcsRoom } from "@/lib/data/acs-rooms";
import { database, type Database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

/** Names a room on the wire; rooms that closed at `vanishedBefore` or earlier are not on it. */
export type AcsTarget = { acsId: string; vanishedBefore: Date };

/**
 * The room, when it is on the wire of this program's organization.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function requireAcsRoom(
  { actor }: Context<AcsActor>,
  { acsId, vanishedBefore }: AcsTarget,
): Promise<StoredAcsRoom> {
  requireScope(actor, "rooms:read");
  const { organizationId } = actor;
  const room = await findAcsRoom(database(), { organizationId, vanishedBefore }, acsId);
  if (!room) throw new AppError("room-not-found");
  return room;
}

/**
 * The same for a change in `tx`: nobody else changes the room or its roster until that ends.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function requireLockedAcsRoom(
  tx: Database,
  { actor }: Context<AcsActor>,
  { acsId, vanishedBefore }: AcsTarget,
): Promise<StoredAcsRoom> {
  requireScope(actor, "rooms:read");
  requireScope(actor, "rooms:write");
  const { organizationId } = actor;
  const room = await lockAcsRoom(tx, { organizationId, vanishedBefore }, acsId);
  if (!room) throw new AppError("room-not-found");
  return room;
}
