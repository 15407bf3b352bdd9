import "server-only";
import type { RoomTimes } from "@/lib/domain/acs/room-times";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { RecordFacts } from "@/lib/domain/room/record";
import type { RoomAccess } from "@/lib/domain/room/room-kind";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";
import type { RecordActor } from "./record";
import { putIntoOutbox } from "./webhook-outbox";

export type NewAcsSeat = { personId: string; role: Role; capacity: Capacity };

export type NewAcsRoom = {
  organizationId: string;
  /** Whose program makes it. */
  resourceId: string;
  /** What its title begins with; its id on the wire follows. */
  titleBegin: string;
  access: RoomAccess;
  times: RoomTimes;
  pstnDialOutEnabled: boolean;
  /** At most one a person. */
  seats: readonly NewAcsSeat[];
};

export type MadeAcsRoom = {
  id: string;
  acsId: string;
  /** UTC without a zone, to the microsecond. */
  createdAt: string;
  /** Seats whose people have an address to write to. */
  reachableSeatIds: string[];
  /** Its roster's lines in the record; null where the organization has no webhook that could hear of them. */
  heardSeats: (RecordFacts["seat-added"] & { position: number })[] | null;
};

// Nothing was written about the room before.
const FIRST_POSITION = 1;

/** Makes a meeting with its roster and the first lines of its record, in one statement. */
export async function insertAcsRoom(
  tx: Database,
  room: NewAcsRoom,
  { at, actor }: { at: Date; actor: RecordActor },
): Promise<MadeAcsRoom> {
  const { organizationId, resourceId, titleBegin, access, pstnDialOutEnabled, seats } = room;
  const { validFrom, validUntil } = room.times;
  const { rows } = await runPrepared<MadeAcsRoom>(
    tx,
    "insert-acs-room",
    Prisma.sql`
    WITH room AS (
      INSERT INTO rooms (id, organization_id, title, kind, access, opens_at, closes_at, time_zone,
        lobby, presenter_lead_minutes, collaborator_lead_minutes, attendee_lead_minutes,
        consumer_lead_minutes, calendar_uid, acs_id)
      SELECT uuidv7(), o.id, ${titleBegin} || ' ' || n.acs_id, 'meeting', ${access}::"RoomAccess",
        ${validFrom.at}::timestamptz, ${validUntil.at}::timestamptz, o.time_zone, false, 0, 0, 0, 0,
        gen_random_uuid()::text, n.acs_id
      FROM organizations o, (SELECT new_acs_room_id() AS acs_id) n
      WHERE o.id = ${organizationId}::uuid
      RETURNING id, acs_id, created_at
    ), wire AS (
      INSERT INTO acs_rooms (room_id, made_by_resource_id, pstn_dial_out_enabled, valid_from, valid_until)
      SELECT id, ${resourceId}::uuid, ${pstnDialOutEnabled}, ${validFrom.text}, ${validUntil.text}
      FROM room
    ), seat AS (
      INSERT INTO seats (id, organization_id, room_id, person_id, role, capacity)
      SELECT uuidv7(), ${organizationId}::uuid, room.id, g.person_id, g.role::"Role", g.capacity::"Capacity"
      FROM room, unnest(${seats.map(({ personId }) => personId)}::uuid[],
        ${seats.map(({ role }) => role)}::text[], ${seats.map(({ capacity }) => capacity)}::text[])
        WITH ORDINALITY AS g (person_id, role, capacity, nth)
      ORDER BY g.nth
      RETURNING id, person_id, role
    ), line AS (
      INSERT INTO room_record (room_id, at, actor, kind, facts)
      SELECT room.id, ${at}::timestamptz, ${actor}, l.kind, l.facts
      FROM room, (
        SELECT NULL::uuid AS seat_id, 'room-created' AS kind, ${JSON.stringify(openedBy(room.times))}::jsonb AS facts
        UNION ALL
        SELECT id, 'seat-added', jsonb_build_object('seatId', id, 'role', role) FROM seat
      ) l ORDER BY l.seat_id NULLS FIRST
      RETURNING position, kind, facts
    )
    SELECT id, acs_id AS "acsId",
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "createdAt",
      ARRAY(
        SELECT s.id FROM seat s JOIN people p ON p.id = s.person_id WHERE p.email IS NOT NULL
      ) AS "reachableSeatIds",
      CASE WHEN EXISTS (SELECT FROM webhook_endpoints e
        WHERE e.organization_id = ${organizationId}::uuid AND e.off_since IS NULL) THEN (
        SELECT coalesce(jsonb_agg(facts || jsonb_build_object('position', position) ORDER BY position), '[]')
        FROM line WHERE kind = 'seat-added'
      ) END AS "heardSeats"
    FROM room`,
  );
  const [made] = rows;
  if (!made) throw new Error("the organization is gone");
  return made;
}

/** Puts what was written about a room that was just made into the outbox of the organization's webhooks. */
export async function tellOfNewAcsRoom(
  tx: Database,
  { id, acsId, heardSeats }: MadeAcsRoom,
  { organizationId, times }: Pick<NewAcsRoom, "organizationId" | "times">,
  at: Date,
): Promise<void> {
  if (!heardSeats) return;
  const room = { roomId: id, acsRoomId: acsId, organizationId };
  const opened = { facts: openedBy(times), position: FIRST_POSITION, at };
  const added = heardSeats.map(({ position, ...facts }) => ({ facts, position, at }));
  await putIntoOutbox(tx, { room, kind: "room-created", lines: [opened] });
  if (added.length > 0) await putIntoOutbox(tx, { room, kind: "seat-added", lines: added });
}

function openedBy({ validFrom, validUntil }: RoomTimes): RecordFacts["room-created"] {
  return { opensAt: validFrom.at.toISOString(), closesAt: validUntil.at.toISOString() };
}
