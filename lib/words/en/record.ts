import type { RecordKind } from "@/lib/domain/room/record";

/** One sentence for each kind of line in a room's record; {who} is the actor, {seat} whom it is about, {reason} what was given as one, {to} the new role. */
const lines = {
  "room-created": "{who} planned this.",
  "room-edited": "{who} changed the settings.",
  "room-moved": "{who} moved this to another date.",
  "room-cancelled":
    "{who} called this off{isReasoned, select, yes {. The reason given: “{reason}”} other {.}}",
  "room-ended": "{who} ended this for everyone.",
  "window-changed": "{who} changed when this opens or closes.",
  "went-live": "{who} went live.",
  "seat-added": "{who} put {seat} on the list.",
  "role-changed":
    "{who} changed what {seat} may do: {to, select, presenter {lead} collaborator {speak and share the screen} attendee {speak} other {watch and listen}}.",
  "seat-removed":
    "{who} removed {seat}{isReasoned, select, yes {. The reason given: “{reason}”} other {. No reason was given.}}",
  "seat-returned": "{who} let {seat} come back.",
  "asked-to-return": "{seat} asked to come back.",
  "link-issued": "{who} made a personal link for {seat}.",
  "link-revoked": "{who} revoked a personal link of {seat}.",
  excused: "{seat} said that they can't come.",
  "excuse-taken-back": "{seat} can come after all.",
  "came-to-lobby": "{seat} came and waited to be let in.",
  "left-lobby": "{seat} stopped waiting.",
  admitted: "{who} let {seat} in.",
  "sent-back": "{who} sent {seat} back to wait.",
  "ticket-issued": "{seat} was let through to the call.",
  "moved-device": "{seat} moved the call to another device.",
  "join-refused": "{seat} came and was not let in.",
  "call-opened": "The call began.",
  "call-ended": "The call ended.",
  joined: "{seat} was in the call.",
  left: "{seat} was out of the call.",
  muted: "{who} muted {seat}.",
  "sources-changed": "{who} changed what {seat} may send.",
  "intruder-removed": "Somebody who was not let in was put out.",
  "rights-corrected": "What {seat} could do was set right.",
} as const satisfies Record<RecordKind, string>;

export const record = {
  ...lines,
  title: "What happened",
  backToRoom: "Back to {title}",
  system: "Rostrum",
  program: "A program",
  staff: "Staff",
  unknownSeat: "Somebody who is no longer listed",
  empty: "Nothing has happened yet. Each change and each entry will stand here.",
  intact:
    "{count, plural, one {# line} other {# lines}}, each tied to the one before; nothing was changed.",
  "intact-part":
    "Lines {from, number} to {to, number}, each tied to the one before; nothing in them was changed.",
  broken: "Line {position} does not fit the ones before it. This record was tampered with.",
  newer: "Later lines",
  older: "From the beginning",
} as const;
