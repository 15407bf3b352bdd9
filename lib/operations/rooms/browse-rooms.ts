import "server-only";
import { database } from "@/lib/data/client";
import { listRoomPage, type RoomFilter } from "@/lib/data/room-pages";
import type { RoomListPlace } from "@/lib/data/room-list";
import type { Context, ProgramActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";
import { withState, type PlannedRoom } from "./read-room";

export type BrowseInput = { filter: RoomFilter; after: RoomListPlace | null; limit: number };

/**
 * One page of the organization's rooms by their opening, whatever became of them, and where the
 * next one starts; null when this is the last.
 *
 * @throws AppError "scope-missing".
 */
export async function browseRooms(
  { actor, now }: Context<ProgramActor>,
  { filter, after, limit }: BrowseInput,
): Promise<{ rooms: PlannedRoom[]; next: RoomListPlace | null }> {
  requireScope(actor, "rooms:read");
  const { organizationId } = actor;
  const found = await listRoomPage(database(), { organizationId, filter, after, limit: limit + 1 });
  const rooms = found.slice(0, limit).map((room) => withState(room, now));
  const last = rooms.at(-1);
  const next = last && found.length > limit ? { at: last.window.opensAt, id: last.id } : null;
  return { rooms, next };
}
