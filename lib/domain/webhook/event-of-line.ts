import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import { acsCallFields, acsParticipantFields, durationOfCall } from "./acs-event";
import type { EventData } from "./event-data";
import type { EventFacts } from "./event-facts";
import type { EventType } from "./event-type";

/** How a line of a room's record becomes an event: its type, and what it says in that type's shape. */
type EventRule<Kind extends RecordKind> = {
  [Type in EventType]: {
    type: Type;
    data: (line: RecordFacts[Kind], facts: EventFacts) => EventData[Type];
  };
}[EventType];

const rawIdOf = ({ seat }: EventFacts) => seat?.rawId ?? null;
const seatFields = ({ seatId }: { seatId: string }, facts: EventFacts) => ({
  seatId,
  role: facts.seat?.role ?? null,
  rawId: rawIdOf(facts),
});
const window = ({ opensAt, closesAt }: { opensAt: string; closesAt: string }) => ({
  opensAt,
  closesAt,
});

/**
 * Which event each kind of record line is, null where it is nobody's business outside. A new kind
 * does not compile until it stands here, so no change is forgotten. Ids, roles and times only:
 * reasons are written by people and may say anything, so they stay out like names and addresses.
 */
// prettier-ignore
export const EVENT_OF_LINE: { readonly [Kind in RecordKind]: EventRule<Kind> | null } = {
  "room-created":     { type: "room.created", data: window },
  "room-edited":      { type: "room.changed", data: ({ fields }) => ({ fields }) },
  "window-changed":   { type: "room.changed", data: (line) => ({ fields: ["window"], ...window(line) }) },
  "room-moved":       { type: "room.moved", data: ({ toRoomId }) => ({ toRoomId }) },
  "room-cancelled":   { type: "room.cancelled", data: () => ({}) },
  "went-live":        { type: "room.went-live", data: () => ({}) },
  "room-ended":       { type: "room.ended", data: ({ callId }) => ({ callId }) },
  "seat-added":       { type: "seat.added", data: ({ seatId, role }, facts) => ({ seatId, role, rawId: rawIdOf(facts) }) },
  "role-changed":     { type: "seat.role-changed", data: ({ seatId, from, to }, facts) => ({ seatId, from, role: to, rawId: rawIdOf(facts) }) },
  "seat-removed":     { type: "seat.removed", data: (line, facts) => ({ ...seatFields(line, facts), fromCall: line.fromCall }) },
  "seat-returned":    { type: "seat.returned", data: seatFields },
  "asked-to-return":  { type: "seat.asked-to-return", data: seatFields },
  excused:            { type: "seat.excused", data: seatFields },
  "excuse-taken-back": { type: "seat.excuse-taken-back", data: seatFields },
  "came-to-lobby":    { type: "seat.came-to-lobby", data: seatFields },
  "left-lobby":       { type: "seat.left-lobby", data: seatFields },
  admitted:           { type: "seat.admitted", data: seatFields },
  "sent-back":        { type: "seat.sent-back", data: seatFields },
  "call-opened":      { type: "CallStarted", data: (_, facts) => acsCallFields(facts) },
  "call-ended":       { type: "CallEnded", data: (_, facts) => ({ ...acsCallFields(facts), durationOfCall: durationOfCall(facts.call) }) },
  joined:             { type: "CallParticipantAdded", data: (_, facts) => acsParticipantFields(facts) },
  left:               { type: "CallParticipantRemoved", data: (_, facts) => acsParticipantFields(facts) },
  "link-issued":      null,
  "link-revoked":     null,
  "ticket-issued":    null,
  "moved-device":     null,
  "join-refused":     null,
  muted:              null,
  "sources-changed":  null,
  "intruder-removed": null,
  "rights-corrected": null,
};
