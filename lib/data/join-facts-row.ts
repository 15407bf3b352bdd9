import "server-only";
import type { Source } from "@/lib/domain/call/media-grant";
import type { Excuse } from "@/lib/domain/room/excuse";
import type { CallFacts, Requirement, RoomFacts, SeatFacts } from "@/lib/domain/room/join-question";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { RoomAccess, RoomKind } from "@/lib/domain/room/room-kind";

/** One row of a query made of the fragments in `join-facts-query.ts`. */
export type JoinFactsRow = {
  roomId: string;
  organizationId: string;
  organizationName: string;
  title: string;
  kind: RoomKind;
  access: RoomAccess;
  opensAt: Date;
  closesAt: Date;
  timeZone: string;
  lobby: boolean;
  presenterLead: number;
  collaboratorLead: number;
  attendeeLead: number;
  consumerLead: number;
  seatLimit: number | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
  movedToId: string | null;
  movedToOpensAt: Date | null;
  endedAt: Date | null;
  liveAt: Date | null;
  seatId: string | null;
  role: Role;
  capacity: Capacity;
  removedAt: Date | null;
  removedByRole: Role | null;
  removedReason: string | null;
  removedFromCall: boolean;
  askedToReturnAt: Date | null;
  waitingSince: Date | null;
  inLineSince: Date | null;
  inLineUntil: Date | null;
  admittedAt: Date | null;
  excusedAt: Date | null;
  excuseReason: string | null;
  missing: Requirement[];
  withheld: Source[];
  deviceId: string | null;
  personId: string;
  personName: string;
  personTimeZone: string;
  callId: string | null;
  callName: string | null;
  callEndedAt: Date | null;
  otherSeats: number;
  aheadInLine: number;
  mayChangeAt: Date | null;
  insideOn: string | null;
  /** When the link was revoked by which this device came. */
  linkRevokedAt?: Date | null;
};

/** A seat, whose it is and which call is open, as far as joining needs it. */
export type SeatAbout = {
  id: string;
  role: Role;
  capacity: Capacity;
  /** The device that the seat's call belongs to; null before the first. */
  deviceId: string | null;
  excuse: Excuse | null;
  person: { id: string; name: string; timeZone: string };
};

export type RoomAbout = {
  id: string;
  organizationId: string;
  organizationName: string;
  title: string;
  /** IANA name. */
  timeZone: string;
};

/** What the decision asks about, and what the answer to it is drawn from. */
export type JoinFacts = {
  room: RoomFacts;
  seat: SeatFacts | null;
  call: CallFacts;
  aboutRoom: RoomAbout;
  aboutSeat: SeatAbout | null;
  /** The room's open call, or the one a ticket names, which may be over. */
  openCall: { id: string; name: string; endedAt: Date | null } | null;
};

export function toJoinFacts(row: JoinFactsRow): JoinFacts {
  const { callId, callName, callEndedAt } = row;
  return {
    room: toRoomFacts(row),
    seat: row.seatId === null ? null : toSeatFacts(row),
    call: toCallFacts(row),
    aboutRoom: {
      id: row.roomId,
      organizationId: row.organizationId,
      organizationName: row.organizationName,
      title: row.title,
      timeZone: row.timeZone,
    },
    aboutSeat: row.seatId === null ? null : toSeatAbout(row, row.seatId),
    openCall: callId && callName ? { id: callId, name: callName, endedAt: callEndedAt } : null,
  };
}

function toRoomFacts(row: JoinFactsRow): RoomFacts {
  const { opensAt, closesAt, cancelledAt, cancelReason, movedToId, movedToOpensAt } = row;
  return {
    kind: row.kind,
    access: row.access,
    window: { opensAt, closesAt },
    leadMinutes: {
      presenter: row.presenterLead,
      collaborator: row.collaboratorLead,
      attendee: row.attendeeLead,
      consumer: row.consumerLead,
    },
    lobby: row.lobby,
    seatLimit: row.seatLimit,
    cancelled: cancelledAt && { at: cancelledAt, reason: cancelReason },
    movedTo: movedToId && movedToOpensAt ? { roomId: movedToId, opensAt: movedToOpensAt } : null,
    endedAt: row.endedAt,
    liveAt: row.liveAt,
  };
}

function toCallFacts({ otherSeats, aheadInLine, mayChangeAt, insideOn }: JoinFactsRow): CallFacts {
  return { otherSeats, aheadInLine, mayChangeAt, insideOn };
}

function toSeatFacts(row: JoinFactsRow): SeatFacts {
  const { role, admittedAt, waitingSince, inLineSince, inLineUntil, missing, withheld } = row;
  const { linkRevokedAt = null } = row;
  const removed = row.removedAt && {
    at: row.removedAt,
    byRole: row.removedByRole,
    reason: row.removedReason,
    fromCall: row.removedFromCall,
    askedToReturnAt: row.askedToReturnAt,
  };
  const inLine = inLineSince && inLineUntil && { since: inLineSince, until: inLineUntil };
  const stands = { admittedAt, waitingSince, inLine };
  return { role, removed, ...stands, missing, withheld, linkRevokedAt };
}

function toSeatAbout(row: JoinFactsRow, id: string): SeatAbout {
  const { role, capacity, deviceId, personId, personName, personTimeZone } = row;
  const excuse = row.excusedAt && { at: row.excusedAt, reason: row.excuseReason };
  const person = { id: personId, name: personName, timeZone: personTimeZone };
  return { id, role, capacity, deviceId, excuse, person };
}
