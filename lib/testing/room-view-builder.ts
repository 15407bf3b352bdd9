import type { Decision } from "@/lib/domain/room/decision";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";

type View = Wire<RoomView>;

/** Somebody with no place in line finds one place, which is taken. */
export const FULL_ROOM = {
  kind: "wait",
  reason: "full",
  seatLimit: 1,
  ahead: 0,
  since: null,
  mayChangeAt: null,
} as const;

type Changes = {
  room?: Partial<NonNullable<View["room"]>> | null;
  me?: Partial<NonNullable<View["me"]>> | null;
} & Partial<Omit<View, "room" | "me">>;

/** What Samuel's page shows of his visit from 14:00 to 14:20, at 14:02, when he may come in. */
export function buildRoomView({ room, me, ...changes }: Changes = {}): View {
  return {
    room: room === null ? null : { ...VISIT, ...room },
    me: me === null ? null : { ...SAMUEL, ...me },
    linkOwner: null,
    decision: ADMIT,
    serverNow: "2023-03-14T14:02:00.000Z",
    lobby: [],
    removed: [],
    intrusions: [],
    people: [],
    ...changes,
  };
}

const VISIT: NonNullable<View["room"]> = {
  id: "room-1",
  title: "Visit with Dr Amara Okafor",
  kind: "visit",
  organizationName: "Riverside Clinic",
  opensAt: "2023-03-14T14:00:00.000Z",
  closesAt: "2023-03-14T14:20:00.000Z",
  timeZone: "Europe/London",
  lobby: true,
  isLive: false,
  hosts: ["Dr Amara Okafor"],
};

const SAMUEL: NonNullable<View["me"]> = {
  seatId: "seat-samuel",
  name: "Samuel Reyes",
  role: "attendee",
  capacity: "patient",
  deviceId: "device0000000001",
  timeZone: "Europe/London",
  withheld: [],
  byLink: true,
  excuse: null,
  mayExcuseSelf: true,
  placeUntil: null,
  mayRead: { whoWasHere: false, record: false },
};

const ADMIT: Wire<Decision> = {
  kind: "admit",
  grant: mediaGrantFor("attendee", "visit", []),
  until: VISIT.closesAt,
};
