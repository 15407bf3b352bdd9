import "server-only";
import {
  listRooms as listStoredRooms,
  type ListedRoom,
  type RoomListPlace,
  type RoomListTab,
} from "@/lib/data/room-list";
import { roomState, type RoomState } from "@/lib/domain/room/room-state";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";

const PAGE_LENGTH = 25;

export type RoomLine = Omit<ListedRoom, "cancelledAt" | "movedToId" | "endedAt"> & {
  state: RoomState;
};

export type RoomPage = {
  rooms: RoomLine[];
  /** Where the neighbouring pages begin; null where there is none. */
  earlier: RoomListPlace | null;
  later: RoomListPlace | null;
};

export type RoomListInput = {
  tab: RoomListTab;
  search: string | null;
  beyond: { place: RoomListPlace; direction: "earlier" | "later" } | null;
};

/**
 * One page of the organization's rooms; a host's own only. What is coming goes from the nearest on,
 * what is past from the latest back.
 *
 * @throws AppError "scope-missing".
 */
export async function listRooms(
  { actor, now }: Context<PlannerActor>,
  { tab, search, beyond }: RoomListInput,
): Promise<RoomPage> {
  requireScope(actor, "rooms:read");
  const { organizationId } = actor;
  const isLimited = actor.kind === "member" && !staffCan(actor.staffRole, "seeEveryRoom");
  const ofPersonId = isLimited ? actor.personId : null;
  const limit = PAGE_LENGTH + 1;
  const question = { organizationId, ofPersonId, tab, now, search, beyond, limit };
  const found = await listStoredRooms(question);
  const usual = tab === "coming" ? "later" : "earlier";
  const direction = beyond?.direction ?? usual;
  const rooms = found.slice(0, PAGE_LENGTH);
  if (direction !== usual) rooms.reverse();

  const first = rooms[0];
  const last = rooms.at(-1);
  // There is more ahead when one more was found, and behind when one came from there.
  const ahead = found.length > PAGE_LENGTH;
  const hasNext = direction === usual ? ahead : true;
  const hasPrevious = direction === usual ? beyond !== null : ahead;
  const next = last && hasNext ? placeOf(last, tab) : null;
  const previous = first && hasPrevious ? placeOf(first, tab) : null;
  const ends =
    tab === "coming" ? { earlier: previous, later: next } : { earlier: next, later: previous };
  return { rooms: rooms.map((room) => toLine(room, now)), ...ends };
}

function placeOf(room: ListedRoom, tab: RoomListTab): RoomListPlace {
  const { id, opensAt, closesAt, endedAt } = room;
  const end = endedAt && endedAt < closesAt ? endedAt : closesAt;
  return { at: tab === "coming" ? opensAt : end, id };
}

function toLine({ cancelledAt, movedToId, endedAt, ...room }: ListedRoom, now: Date): RoomLine {
  const { opensAt, closesAt } = room;
  const state = roomState({ window: { opensAt, closesAt }, cancelledAt, movedToId, endedAt }, now);
  return { ...room, state };
}
