import type { Capacity } from "./role";

export const ROOM_KINDS = ["visit", "webinar", "meeting"] as const;

export type RoomKind = (typeof ROOM_KINDS)[number];

export const ROOM_ACCESS = ["invited", "open"] as const;

/** `invited`: only the roster may enter. `open`: whoever has the address may, after giving a name. */
export type RoomAccess = (typeof ROOM_ACCESS)[number];

/** The capacities that a kind of room offers; the last one is what a visitor of an open room gets. */
export const CAPACITIES_OF = {
  visit: ["clinician", "interpreter", "helper", "patient"],
  webinar: ["host", "speaker", "audience"],
  meeting: ["host", "speaker", "helper"],
} as const satisfies Record<RoomKind, readonly Capacity[]>;

/** The capacity of somebody who comes to an open room without a seat. */
export const VISITOR_CAPACITY = {
  visit: "patient",
  webinar: "audience",
  meeting: "helper",
} as const satisfies Record<RoomKind, Capacity>;
