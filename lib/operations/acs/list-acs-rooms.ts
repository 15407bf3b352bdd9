import "server-only";
import {
  listAcsRooms as listStoredRooms,
  type AcsRoomPlace,
  type StoredAcsRoom,
} from "@/lib/data/acs-rooms";
import type { AcsRoom, Page } from "@/lib/domain/acs/acs-room";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

export const ROOMS_A_PAGE = 30;

/**
 * One page of the organization's rooms, the newest first, wherever they were made.
 *
 * @throws AppError "scope-missing".
 */
export async function listAcsRooms(
  { actor }: Context<AcsActor>,
  { behind, vanishedBefore }: { behind: AcsRoomPlace | null; vanishedBefore: Date },
): Promise<Page<AcsRoom, AcsRoomPlace>> {
  requireScope(actor, "rooms:read");
  const { organizationId } = actor;
  const onTheWire = { organizationId, vanishedBefore };
  const found = await listStoredRooms(onTheWire, behind, ROOMS_A_PAGE + 1);
  const items = found.slice(0, ROOMS_A_PAGE);
  const last = items.at(-1);
  return { items, next: found.length > ROOMS_A_PAGE && last ? placeOf(last) : null };
}

function placeOf({ id, createdAt }: StoredAcsRoom): AcsRoomPlace {
  return { id, createdAt: createdAt.text };
}
