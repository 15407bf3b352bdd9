import "server-only";
import { isId } from "@/lib/domain/id";
import type { LeadMinutes, Window } from "@/lib/domain/room/window";
import type { RoomAccess, RoomKind } from "@/lib/domain/room/room-kind";
import type { Database } from "./client";
import type { Room } from "./generated/client";
import { LAST_DATE } from "./last-date";

/** What staff set about a room. */
export type RoomSettings = {
  title: string;
  access: RoomAccess;
  window: Window;
  /** IANA name. */
  timeZone: string;
  lobby: boolean;
  leadMinutes: LeadMinutes;
  /** The most seats in the call at once; null is no limit. */
  seatLimit: number | null;
};

export type NewRoom = RoomSettings & {
  kind: RoomKind;
  calendarUid: string;
  calendarSequence: number;
};

export type StoredRoom = NewRoom & {
  id: string;
  organizationId: string;
  version: number;
  cancelledAt: Date | null;
  cancelReason: string | null;
  movedToId: string | null;
  endedAt: Date | null;
  liveAt: Date | null;
};

export async function insertRoom(
  tx: Database,
  organizationId: string,
  room: NewRoom,
): Promise<string> {
  const { kind, calendarUid, calendarSequence } = room;
  const data = { organizationId, kind, calendarUid, calendarSequence, ...columnsOf(room) };
  const { id } = await tx.room.create({ data, select: { id: true } });
  return id;
}

/** A room of this organization; null for every other. */
export async function findRoom(
  tx: Database,
  organizationId: string,
  roomId: string,
): Promise<StoredRoom | null> {
  if (!isId(roomId)) return null;
  const row = await tx.room.findUnique({ where: { id: roomId, organizationId } });
  return row && toStoredRoom(row);
}

/** The date that stands in place of an earlier one, called off or not. */
export type LastDate = {
  id: string;
  opensAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
};

/** The date that stands in place of a room that was moved, however often; null when it was not. */
export async function findLastDate(tx: Database, roomId: string): Promise<LastDate | null> {
  const [date] = await tx.$queryRaw<LastDate[]>`
    SELECT m.id, m.opens_at AS "opensAt", m.cancelled_at AS "cancelledAt",
      m.cancel_reason AS "cancelReason"
    FROM rooms r JOIN ${LAST_DATE} m ON true
    WHERE r.id = ${roomId}::uuid`;
  return date ?? null;
}

/** A row of the table as everything above the data sees it. */
export function toStoredRoom(row: Room): StoredRoom {
  const { opensAt, closesAt, ...rest } = row;
  return {
    ...rest,
    window: { opensAt, closesAt },
    leadMinutes: {
      presenter: row.presenterLeadMinutes,
      collaborator: row.collaboratorLeadMinutes,
      attendee: row.attendeeLeadMinutes,
      consumer: row.consumerLeadMinutes,
    },
  };
}

/** What a change asks of the room: its version as the editor saw it, and that it still takes place. */
export type RoomAsSeen = { organizationId: string; roomId: string; version: number };

/** Saves the settings. False, and nothing done, when the room changed meanwhile or takes place no more. */
export function saveRoomSettings(
  tx: Database,
  seen: RoomAsSeen,
  settings: RoomSettings & { calendarSequence: number },
): Promise<boolean> {
  const { calendarSequence } = settings;
  return changeStandingRoom(tx, seen, { ...columnsOf(settings), calendarSequence });
}

/** Calls the room off. False as with `saveRoomSettings`. */
export function markRoomCancelled(
  tx: Database,
  seen: RoomAsSeen,
  cancelledAt: Date,
  cancelReason: string | null,
): Promise<boolean> {
  const calendarSequence = { increment: 1 };
  return changeStandingRoom(tx, seen, { cancelledAt, cancelReason, calendarSequence });
}

/** Points the room at the one that takes its place. False as with `saveRoomSettings`. */
export function markRoomMoved(tx: Database, seen: RoomAsSeen, movedToId: string): Promise<boolean> {
  return changeStandingRoom(tx, seen, { movedToId });
}

type RoomChange = Parameters<Database["room"]["updateMany"]>[0]["data"];

// One atomic statement: of two editors with the same version only one finds its row.
async function changeStandingRoom(
  tx: Database,
  { organizationId, roomId, version }: RoomAsSeen,
  change: RoomChange,
): Promise<boolean> {
  const { count } = await tx.room.updateMany({
    where: { id: roomId, organizationId, version, cancelledAt: null, movedToId: null },
    data: { ...change, version: { increment: 1 } },
  });
  return count === 1;
}

function columnsOf({
  title,
  access,
  window,
  timeZone,
  lobby,
  leadMinutes,
  seatLimit,
}: RoomSettings) {
  return {
    title,
    access,
    opensAt: window.opensAt,
    closesAt: window.closesAt,
    timeZone,
    lobby,
    presenterLeadMinutes: leadMinutes.presenter,
    collaboratorLeadMinutes: leadMinutes.collaborator,
    attendeeLeadMinutes: leadMinutes.attendee,
    consumerLeadMinutes: leadMinutes.consumer,
    seatLimit,
  };
}
