import "server-only";
import type { RoomTimes } from "@/lib/domain/acs/room-times";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { RoomAccess } from "@/lib/domain/room/room-kind";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";
import type { RecordActor } from "./record";

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
};

/** Makes a meeting with its roster and the first lines of its record, in one statement. */
export async function insertAcsRoom(
  tx: Database,
  room: NewAcsRoom,
  { at, actor }: { at: Date; actor: RecordActor },
): Promise<MadeAcsRoom> {
  const { organizationId, resourceId, titleBegin, access, pstnDialOutEnabled, seats } = room;
  const { validFrom, validUntil } = room.times;
  const opened = { opensAt: validFrom.at.toISOString(), closesAt: validUntil.at.toISOString() };
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
        SELECT NULL::uuid AS seat_id, 'room-created' AS kind, ${JSON.stringify(opened)}::jsonb AS facts
        UNION ALL
        SELECT id, 'seat-added', jsonb_build_object('seatId', id, 'role', role) FROM seat
      ) l ORDER BY l.seat_id NULLS FIRST
    )
    SELECT id, acs_id AS "acsId",
      to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "createdAt",
      ARRAY(
        SELECT s.id FROM seat s JOIN people p ON p.id = s.person_id WHERE p.email IS NOT NULL
      ) AS "reachableSeatIds"
    FROM room`,
  );
  const [made] = rows;
  if (!made) throw new Error("the organization is gone");
  return made;
}
