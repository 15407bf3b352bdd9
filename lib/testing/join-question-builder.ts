import {
  EMPTY_CALL,
  type JoinQuestion,
  type RoomFacts,
  type SeatFacts,
} from "@/lib/domain/room/join-question";

const NO_LEAD = { presenter: 0, collaborator: 0, attendee: 0, consumer: 0 };

/** The window of rooms in tests: 14:00 to 14:20 UTC. */
export const OPENS_AT = new Date("2027-03-09T14:00:00Z");
export const CLOSES_AT = new Date("2027-03-09T14:20:00Z");

/** A visit that is simply open to its roster, but for what `changes` says. */
export function roomFacts(changes: Partial<RoomFacts> = {}): RoomFacts {
  return {
    kind: "visit",
    access: "invited",
    window: { opensAt: OPENS_AT, closesAt: CLOSES_AT },
    leadMinutes: NO_LEAD,
    lobby: false,
    seatLimit: null,
    cancelled: null,
    movedTo: null,
    endedAt: null,
    liveAt: null,
    ...changes,
  };
}

/** A patient's seat with nothing special, but for what `changes` says. */
export function seatFacts(changes: Partial<SeatFacts> = {}): SeatFacts {
  return {
    role: "attendee",
    removed: null,
    admittedAt: null,
    waitingSince: null,
    inLine: null,
    missing: [],
    withheld: [],
    linkRevokedAt: null,
    ...changes,
  };
}

/** A question at 14:05 UTC from device `phone`, which the decision answers with admit. */
export function joinQuestion(changes: Partial<JoinQuestion> = {}): JoinQuestion {
  return {
    room: roomFacts(),
    seat: seatFacts(),
    call: EMPTY_CALL,
    deviceId: "phone",
    now: new Date("2027-03-09T14:05:00Z"),
    ...changes,
  };
}
