import "server-only";
import type { Role } from "@/lib/domain/room/role";
import type { EventCall, EventFacts, EventSeat } from "@/lib/domain/webhook/event-facts";
import type { Database } from "./client";

/** A room as its events name it. */
export type EventRoom = { roomId: string; acsRoomId: string; organizationId: string };

type CallRow = Omit<EventCall, "startedBy"> & { startedBy: string | null };

const SEAT_ACTOR = /^seat:(.+)$/;

/** What the events of a room's record lines say besides the lines, one for each, in their order. */
export async function listEventFacts(
  tx: Database,
  room: EventRoom,
  lines: readonly object[],
): Promise<EventFacts[]> {
  const { roomId, acsRoomId } = room;
  const callIds = lines.map((line) => idIn(line, "callId"));
  const seatIds = lines.map((line) => idIn(line, "seatId"));
  const calls = await listCalls(tx, roomId, callIds);
  const starters = [...calls.values()].map(({ startedBy }) => startedBy);
  const seats = await listSeats(tx, room, [...seatIds, ...starters]);
  return lines.map((_, index) => {
    const call = calls.get(callIds[index] ?? "");
    const startedBy = seats.get(call?.startedBy ?? "") ?? null;
    const seat = seats.get(seatIds[index] ?? "") ?? null;
    return { roomId, acsRoomId, seat, call: call ? { ...call, startedBy } : null };
  });
}

function idIn(line: object, name: "callId" | "seatId"): string | null {
  const found = new Map(Object.entries(line)).get(name);
  return typeof found === "string" ? found : null;
}

async function listCalls(
  tx: Database,
  roomId: string,
  ids: readonly (string | null)[],
): Promise<Map<string, CallRow>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<(Omit<CallRow, "startedBy"> & { actor: string | null })[]>`
    SELECT c.id AS "callId", c.started_at AS "startedAt", c.ended_at AS "endedAt", opened.actor
    FROM calls c LEFT JOIN room_record opened ON opened.room_id = c.room_id
      AND opened.kind = 'call-opened' AND opened.facts->>'callId' = c.id::text
    WHERE c.room_id = ${roomId}::uuid AND c.id = ANY(${wanted}::uuid[])`;
  return new Map(
    rows.map(({ actor, ...call }) => [
      call.callId,
      { ...call, startedBy: SEAT_ACTOR.exec(actor ?? "")?.[1] ?? null },
    ]),
  );
}

// Who has no id from a program has the one that the wire of ACS makes of theirs, by the oldest
// resource; without a resource nobody could have read it.
async function listSeats(
  tx: Database,
  { roomId, organizationId }: EventRoom,
  ids: readonly (string | null)[],
): Promise<Map<string, EventSeat>> {
  const wanted = ids.filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ seatId: string; role: Role; rawId: string | null }[]>`
    SELECT s.id AS "seatId", s.role::text, coalesce((
      SELECT u.raw_id FROM acs_users u
      WHERE u.organization_id = ${organizationId}::uuid AND u.person_id = s.person_id
      ORDER BY u.created_at, u.raw_id LIMIT 1
    ), (
      SELECT '8:acs:' || a.id || '_' || s.person_id FROM acs_resources a
      WHERE a.organization_id = ${organizationId}::uuid ORDER BY a.created_at, a.id LIMIT 1
    )) AS "rawId"
    FROM seats s WHERE s.room_id = ${roomId}::uuid AND s.id = ANY(${wanted}::uuid[])`;
  return new Map(rows.map((seat) => [seat.seatId, seat]));
}
