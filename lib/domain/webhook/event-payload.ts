import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { EventFacts } from "./event-facts";
import { EVENT_OF_LINE } from "./event-of-line";
import { PING, type EventType } from "./event-type";

/** A line of a room's record, as it was written. */
export type RecordLine<Kind extends RecordKind> = {
  kind: Kind;
  facts: RecordFacts[Kind];
  position: number;
  at: Date;
};

/** The type of the event that a line is; null when it is none. */
export function eventTypeOf(kind: RecordKind): EventType | null {
  return EVENT_OF_LINE[kind]?.type ?? null;
}

/**
 * The body of the webhook that tells of a line, the same at every try, in the form that Standard
 * Webhooks recommends: type, when it happened, data. Null when the line is no event. The position
 * puts the events of one room in order: they may arrive in any.
 */
export function eventPayload<Kind extends RecordKind>(
  line: RecordLine<Kind>,
  facts: EventFacts,
): string | null {
  const rule = EVENT_OF_LINE[line.kind];
  if (!rule) return null;
  const { roomId, acsRoomId } = facts;
  return JSON.stringify({
    type: rule.type,
    timestamp: line.at.toISOString(),
    data: { roomId, acsRoomId, position: line.position, ...rule.data(line.facts, facts) },
  });
}

/** The body of a test event. */
export function pingPayload(endpointId: string, now: Date): string {
  return JSON.stringify({ type: PING, timestamp: now.toISOString(), data: { endpointId } });
}
