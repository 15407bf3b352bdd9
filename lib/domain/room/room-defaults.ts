import type { RoomAccess, RoomKind } from "./room-kind";
import type { LeadMinutes } from "./window";

export type RoomDefaults = {
  lengthMinutes: number;
  access: RoomAccess;
  lobby: boolean;
  leadMinutes: LeadMinutes;
};

/** What a new room of each kind starts with; its maker may change all of it. */
export const ROOM_DEFAULTS = {
  visit: {
    lengthMinutes: 20,
    access: "invited",
    lobby: true,
    leadMinutes: { presenter: 30, collaborator: 15, attendee: 15, consumer: 15 },
  },
  webinar: {
    lengthMinutes: 60,
    access: "invited",
    lobby: false,
    leadMinutes: { presenter: 60, collaborator: 30, attendee: 10, consumer: 10 },
  },
  meeting: {
    lengthMinutes: 30,
    access: "invited",
    lobby: false,
    leadMinutes: { presenter: 15, collaborator: 10, attendee: 10, consumer: 10 },
  },
} as const satisfies Record<RoomKind, RoomDefaults>;

/** The kind of room an organization mostly makes. */
export const USUAL_KIND = { clinic: "visit", events: "webinar" } as const satisfies Record<
  "clinic" | "events",
  RoomKind
>;

/** What the one who leads a room is called in it. */
export const LEADING_CAPACITY = {
  visit: "clinician",
  webinar: "host",
  meeting: "host",
} as const;
