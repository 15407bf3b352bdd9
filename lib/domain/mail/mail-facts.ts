import { can } from "@/lib/domain/room/permissions";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import { opensFor, type LeadMinutes, type Window } from "@/lib/domain/room/window";

/** A line of the roster, as far as mail is concerned. */
export type MailSeat = {
  id: string;
  name: string;
  email: string | null;
  /** IANA name. */
  timeZone: string;
  role: Role;
  capacity: Capacity;
  removed: { reason: string | null } | null;
};

/** A room with its roster, as far as mail is concerned. */
export type MailRoom = {
  id: string;
  kind: RoomKind;
  title: string;
  organizationName: string;
  window: Window;
  /** IANA name. */
  timeZone: string;
  leadMinutes: LeadMinutes;
  lobby: boolean;
  cancelled: { reason: string | null } | null;
  isMoved: boolean;
  isEnded: boolean;
  calendarUid: string;
  calendarSequence: number;
  roster: readonly MailSeat[];
};

/** Everything one recipient may read in a mail about a room. */
export type RecipientFacts = {
  name: string;
  email: string;
  /** IANA name; every time in the mail is said in it. */
  timeZone: string;
  role: Role;
  capacity: Capacity;
  kind: RoomKind;
  title: string;
  organizationName: string;
  /** Names of those who lead, without the recipient. */
  hosts: string[];
  window: Window;
  /** IANA name of the room's own zone. */
  roomTimeZone: string;
  /** From when on this recipient may come in. */
  comesInFrom: Date;
  waitsInLobby: boolean;
  /** Their personal link; null where there is nothing to go to any more. */
  link: string | null;
  calendarUid: string;
};

/** Those whose names everybody in the room may read. */
export const LEADING_CAPACITIES: readonly Capacity[] = ["clinician", "host"];

/**
 * What `seat` may know of the room. The only place that picks facts for a mail: of everybody else on
 * the roster nothing passes but the names of those who lead, so whatever is built from the answer
 * cannot give away who else was invited.
 */
export function factsForRecipient(
  room: MailRoom,
  seat: MailSeat & { email: string },
  link: string | null,
): RecipientFacts {
  const hosts = room.roster.filter(
    ({ id, capacity, removed }) =>
      id !== seat.id && LEADING_CAPACITIES.includes(capacity) && !removed,
  );
  return {
    name: seat.name,
    email: seat.email,
    timeZone: seat.timeZone,
    role: seat.role,
    capacity: seat.capacity,
    kind: room.kind,
    title: room.title,
    organizationName: room.organizationName,
    hosts: hosts.map(({ name }) => name),
    window: room.window,
    roomTimeZone: room.timeZone,
    comesInFrom: opensFor(seat.role, room.window, room.leadMinutes),
    waitsInLobby: room.lobby && !can(seat.role, "passLobby"),
    link,
    calendarUid: room.calendarUid,
  };
}
