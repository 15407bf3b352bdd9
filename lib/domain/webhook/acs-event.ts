import { ROLE_NAMES } from "@/lib/domain/acs/role-name";
import type { EventCall, EventFacts, EventSeat } from "./event-facts";

/**
 * The fields that each event of a call has at Azure Communication Services:
 * https://learn.microsoft.com/azure/event-grid/communication-services-voice-video-events.
 * `room.id` there is the id its programs know; ours stands beside it.
 */
export function acsCallFields({ acsRoomId, call }: EventFacts) {
  return {
    startedBy: toParticipant(call?.startedBy ?? null),
    serverCallId: call?.callId ?? null,
    correlationId: call?.callId ?? null,
    room: { id: acsRoomId },
    isRoomsCall: true,
    isTwoParty: false,
  };
}

/** The fields of one who came or left. No display name: whoever needs it asks for it. */
export function acsParticipantFields(facts: EventFacts) {
  return {
    ...acsCallFields(facts),
    user: toParticipant(facts.seat),
    participantId: facts.seat?.seatId ?? null,
  };
}

/** How long a call was, in seconds; null while it runs. */
export function durationOfCall(call: EventCall | null): number | null {
  return call?.endedAt ? (call.endedAt.getTime() - call.startedAt.getTime()) / 1000 : null;
}

function toParticipant(seat: EventSeat | null) {
  if (!seat) return null;
  const { rawId, role } = seat;
  const user = rawId === null ? null : { rawId, communicationUser: { id: rawId } };
  return { communicationIdentifier: user, role: ROLE_NAMES[role] };
}
