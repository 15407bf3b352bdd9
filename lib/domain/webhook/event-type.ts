/**
 * What a webhook can tell, by what it is about, in the order the dashboard offers it. Calls and
 * their participants are named as Azure Communication Services names them, the rest after our own
 * words.
 */
export const EVENT_GROUPS = {
  room: [
    "room.created",
    "room.changed",
    "room.moved",
    "room.cancelled",
    "room.went-live",
    "room.ended",
  ],
  seat: [
    "seat.added",
    "seat.role-changed",
    "seat.removed",
    "seat.returned",
    "seat.asked-to-return",
    "seat.excused",
    "seat.excuse-taken-back",
    "seat.came-to-lobby",
    "seat.left-lobby",
    "seat.admitted",
    "seat.sent-back",
  ],
  call: ["CallStarted", "CallEnded", "CallParticipantAdded", "CallParticipantRemoved"],
} as const;

export const EVENT_TYPES = [
  ...EVENT_GROUPS.room,
  ...EVENT_GROUPS.seat,
  ...EVENT_GROUPS.call,
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** Whether an endpoint hears of every event, also of later ones, or only of those it names. */
export const EVENT_CHOICES = ["all", "some"] as const;

/** The event that only tests an endpoint: sent to it when somebody asks, whatever it wants. */
export const PING = "ping";

export const MESSAGE_TYPES = [...EVENT_TYPES, PING] as const;

export type MessageType = (typeof MESSAGE_TYPES)[number];

/** Whether an endpoint that asked for these events wants this one. None asked for is all of them. */
export function wantsEvent(asked: readonly string[], type: EventType): boolean {
  return asked.length === 0 || asked.includes(type);
}
