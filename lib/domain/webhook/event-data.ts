import { z } from "zod";
import { ROLE_NAMES } from "@/lib/domain/acs/role-name";
import { ROLES } from "@/lib/domain/room/role";
import type { EventType } from "./event-type";

const id = z.string().meta({ format: "uuid" });
const instant = z.string().meta({ format: "date-time" });
const role = z.enum(ROLES);
/** How programs of ACS name the person; null without one. */
const rawId = z.string().nullable();

const window = { opensAt: instant, closesAt: instant };
const seat = z.strictObject({ seatId: id, role: role.nullable(), rawId });

const participant = z
  .strictObject({
    communicationIdentifier: z
      .strictObject({ rawId: z.string(), communicationUser: z.strictObject({ id: z.string() }) })
      .nullable(),
    role: z.enum(ROLE_NAMES),
  })
  .nullable();

const call = z.strictObject({
  startedBy: participant,
  serverCallId: id.nullable(),
  correlationId: id.nullable(),
  room: z.strictObject({ id: z.string() }),
  isRoomsCall: z.boolean(),
  isTwoParty: z.boolean(),
});

const inCall = call.extend({ user: participant, participantId: id.nullable() });

/** What the data of every event begins with. */
export const EVENT_PLACE = z.strictObject({
  roomId: id,
  acsRoomId: z.string(),
  position: z.int(),
});

/** What each event says besides; `lib/api` describes the fields. Nothing that people wrote stands in any. */
export const EVENT_DATA = {
  "room.created": z.strictObject(window),
  "room.changed": z.strictObject({
    fields: z.array(z.string()),
    opensAt: instant.optional(),
    closesAt: instant.optional(),
  }),
  "room.moved": z.strictObject({ toRoomId: id }),
  "room.cancelled": z.strictObject({}),
  "room.went-live": z.strictObject({}),
  "room.ended": z.strictObject({ callId: id.nullable() }),
  "seat.added": z.strictObject({ seatId: id, role, rawId }),
  "seat.role-changed": z.strictObject({ seatId: id, from: role, role, rawId }),
  "seat.removed": seat.extend({ fromCall: z.boolean() }),
  "seat.returned": seat,
  "seat.asked-to-return": seat,
  "seat.excused": seat,
  "seat.excuse-taken-back": seat,
  "seat.came-to-lobby": seat,
  "seat.left-lobby": seat,
  "seat.admitted": seat,
  "seat.sent-back": seat,
  CallStarted: call,
  CallEnded: call.extend({ durationOfCall: z.number().nullable() }),
  CallParticipantAdded: inCall,
  CallParticipantRemoved: inCall,
} as const satisfies Record<EventType, z.ZodObject>;

export type EventData = { [Type in EventType]: z.input<(typeof EVENT_DATA)[Type]> };

/** What a test event says. */
export const PING_DATA = z.strictObject({ endpointId: id });
