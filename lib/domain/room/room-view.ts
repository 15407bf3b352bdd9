import type { IntrusionTold } from "@/lib/domain/call/intrusion";
import type { Decision } from "./decision";
import type { Excuse } from "./excuse";
import type { LookBack } from "./look-back";
import type { Capacity, Role } from "./role";
import type { RoomKind } from "./room-kind";

/** A value as it stands in JSON: instants are ISO 8601 strings in UTC. */
export type Wire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Wire<Item>[]
    : T extends object
      ? { [Key in keyof T]: Wire<T[Key]> }
      : T;

/** Somebody on the roster, as others in the room may see them. */
export type PersonView = {
  seatId: string;
  name: string;
  role: Role;
  capacity: Capacity;
  /** In the call now. */
  isInside: boolean;
  /** They said that they can't come; told to those only who may admit. */
  isExcused: boolean;
  /** A second device asked for this seat; told to those only who may admit. */
  onTwoDevices: boolean;
};

/** Somebody in the lobby, as those who may admit see them. */
export type LobbyView = {
  seatId: string;
  name: string;
  capacity: Capacity;
  birthYear: number | null;
  waitingSince: Date;
  /** A second device asked for this seat. */
  onTwoDevices: boolean;
};

/** Somebody who was removed, as those who may let them back in see it. */
export type RemovedView = {
  seatId: string;
  name: string;
  removedAt: Date;
  /** When they asked to come back; null for whoever has not. */
  askedAt: Date | null;
};

/** What somebody tried in the call that no client of ours does, and that was put right. */
export type IntrusionView = {
  /** Its line in the room's record; later ones are higher. */
  position: number;
  at: Date;
  why: IntrusionTold;
  /** Whose seat was used; null for somebody without one. */
  name: string | null;
};

/** Everything a room page draws for one reader. Made by one operation, so nothing else leaks. */
export type RoomView = {
  room: {
    id: string;
    title: string;
    kind: RoomKind;
    organizationName: string;
    opensAt: Date;
    closesAt: Date;
    /** IANA name of the room's own time zone. */
    timeZone: string;
    lobby: boolean;
    isLive: boolean;
    /** Names of those who lead it, for "with Dr Amara Okafor". Empty for people outside the roster. */
    hosts: string[];
  } | null;
  me: {
    seatId: string;
    name: string;
    role: Role;
    capacity: Capacity;
    deviceId: string;
    /** IANA name of the reader's time zone as the organization knows it. */
    timeZone: string;
    withheld: string[];
    /** Came by a personal link, not by signing in. */
    byLink: boolean;
    /** That they can't come, if they said so. */
    excuse: Excuse | null;
    /** They may say so now. */
    mayExcuseSelf: boolean;
    /**
     * Until when their place in the full room is kept for them while they are not in the call; null
     * when none is, or none has to be.
     */
    placeUntil: Date | null;
    /** What they may read of what was. */
    mayRead: LookBack;
  } | null;
  /** Whose seat it is, masked ("j…@example.org"), when the reader has none of their own here. */
  linkOwner: string | null;
  decision: Decision;
  /** The server's clock when this was made. */
  serverNow: Date;
  /** For those who may admit; empty for everybody else. */
  lobby: LobbyView[];
  /** First those who ask to come back, longest first, then the newest; at most 50. */
  removed: RemovedView[];
  /** The newest few, newest first. */
  intrusions: IntrusionView[];
  /**
   * Whom the reader may know of in the call: everybody, but never a webinar's audience unless they
   * lead it. Who leads also reads whom they still wait for.
   */
  people: PersonView[];
};

/** The answer to a press on "I'm here", "Join" or "Enter". */
export type JoinAnswer = {
  view: RoomView;
  /** Set exactly when the decision is to admit. */
  entry: { ticket: string; callName: string } | null;
};

/** Those in the call now, but for the reader. */
export function othersInside({
  people,
  me,
}: Pick<Wire<RoomView>, "people" | "me">): Wire<PersonView>[] {
  return people.filter(({ seatId, isInside }) => isInside && seatId !== me?.seatId);
}
