import type { Source } from "@/lib/domain/call/media-grant";
import type { PlaceInLine } from "./line";
import type { Role } from "./role";
import type { RoomAccess, RoomKind } from "./room-kind";
import type { LeadMinutes, Window } from "./window";

/** What the decision knows of a room. */
export type RoomFacts = {
  kind: RoomKind;
  access: RoomAccess;
  window: Window;
  leadMinutes: LeadMinutes;
  lobby: boolean;
  /** The most seats in the call at once; null is no limit. */
  seatLimit: number | null;
  cancelled: { at: Date; reason: string | null } | null;
  movedTo: { roomId: string; opensAt: Date } | null;
  endedAt: Date | null;
  /** Since when a webinar is live; null before. Means nothing for other kinds. */
  liveAt: Date | null;
};

/** Something a seat has to do before it may enter. */
export const REQUIREMENTS = ["name", "consent", "form"] as const;

export type Requirement = (typeof REQUIREMENTS)[number];

/** What the decision knows of a seat. */
export type SeatFacts = {
  role: Role;
  removed: Removal | null;
  admittedAt: Date | null;
  /** Since when it waits in the lobby; null when it has not asked yet. */
  waitingSince: Date | null;
  /** Its place in line for the full room, which may be forgotten; null when it has none. */
  inLine: PlaceInLine | null;
  /** What is still missing, in the order in which it is asked for. */
  missing: readonly Requirement[];
  withheld: readonly Source[];
  /**
   * When the personal link was revoked by which the device that asks has come; null for one that
   * came by a good link, or by none.
   */
  linkRevokedAt: Date | null;
};

export type Removal = {
  at: Date;
  byRole: Role | null;
  reason: string | null;
  /** They were inside a running call when they were removed. */
  fromCall: boolean;
  askedToReturnAt: Date | null;
};

/** What the decision knows of the room's running call. */
export type CallFacts = {
  /** Places that others have, in the call or on their way; for one that has a place, before it. */
  otherSeats: number;
  /**
   * Who waits for a place and was there before the asking seat: everybody for one that is not in
   * line, nobody for one that has a place.
   */
  aheadInLine: number;
  /** The next instant at which one of these counts no longer unless they do something; null for none. */
  mayChangeAt: Date | null;
  /** The device with which the asking seat is in the call now; null when it is not. */
  insideOn: string | null;
};

/** Nobody is in the call, on their way there, or in line for it. */
export const EMPTY_CALL: CallFacts = {
  otherSeats: 0,
  aheadInLine: 0,
  mayChangeAt: null,
  insideOn: null,
};

export type JoinQuestion = {
  room: RoomFacts | null;
  seat: SeatFacts | null;
  call: CallFacts;
  /** The device that asks. */
  deviceId: string;
  now: Date;
};
