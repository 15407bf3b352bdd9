import "server-only";
import type { IntrusionTold } from "@/lib/domain/call/intrusion";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { rolesThat } from "@/lib/domain/room/permissions";
import { CAPACITIES, ROLES, type Capacity, type Role } from "@/lib/domain/room/role";
import { LEADING_CAPACITY } from "@/lib/domain/room/room-defaults";
import type { Database } from "./client";
import { Prisma } from "./generated/client";
import {
  CROWD_COLUMNS,
  crowdAt,
  FACT_COLUMNS,
  insideOnAt,
  lineAt,
  PLACE_UNTIL,
  ROOM_TABLES,
} from "./join-facts-query";
import { toJoinFacts, type JoinFacts, type JoinFactsRow } from "./join-facts-row";
import { runPrepared } from "./prepared-statement";

type ListedSeat = { seatId: string; name: string; role: Role; capacity: Capacity };

/** Who else is there, as far as the asking seat's role lets it know. Instants are ISO 8601 texts. */
export type RoomCompany = {
  /** Names of those who lead. */
  hosts: string[];
  /** In the call now. */
  inside: (ListedSeat & { onTwoDevices: boolean })[];
  /** On the roster and neither in the call nor in the lobby, at most 50; only for those who may admit. */
  absent: (ListedSeat & { isExcused: boolean })[];
  /** In the lobby, longest first; only for those who may admit. */
  lobby: (Omit<ListedSeat, "role"> & {
    birthYear: number | null;
    waitingSince: string;
    onTwoDevices: boolean;
  })[];
  /**
   * Taken off the roster, at most 50: first those who ask to return, longest first, then the newest;
   * only for those who may admit.
   */
  removed: { seatId: string; name: string; removedAt: string; askedAt: string | null }[];
  /** The newest attempts to get past the room, newest first; only for those who may admit. */
  intrusions: { position: number; at: string; why: IntrusionTold; name: string | null }[];
};

export type FactsWithCompany = JoinFacts & {
  company: RoomCompany;
  /** The seat has been in one of the room's calls. */
  wasInCall: boolean;
  /** Until when a place in the full room is kept for the seat; null when none is, or none has to be. */
  placeUntil: Date | null;
};

export type SeatQuestion = {
  roomId: string;
  /** Null for somebody without a seat. A seat of another room counts as none. */
  seatId: string | null;
  /** The personal link that they came by; null for none. */
  linkId: string | null;
  now: Date;
};

// Lists that never vary stand in the text: as parameters they would have each call planned anew,
// which takes longer than the call itself.
const listOf = (type: "Role" | "Capacity", names: readonly (Role | Capacity)[]) =>
  Prisma.raw(`'{${names.join()}}'::"${type}"[]`);

const ADMITTERS = listOf("Role", rolesThat("admitFromLobby"));
const isHidden = (role: Role) => mediaGrantFor(role, "webinar", []).hidden;
/** Whom everybody in a webinar may know of. */
const ON_STAGE = listOf(
  "Role",
  ROLES.filter((role) => !isHidden(role)),
);
/** A webinar's audience, of which only those who lead it may know. */
const HIDDEN = listOf("Role", ROLES.filter(isHidden));
const LEADING = listOf(
  "Capacity",
  CAPACITIES.filter((one) => Object.values<Capacity>(LEADING_CAPACITY).includes(one)),
);

const HOSTS = Prisma.sql`(
  SELECT coalesce(jsonb_agg(hp.name ORDER BY hs.id), '[]') FROM seats hs
  JOIN people hp ON hp.id = hs.person_id
  WHERE hs.room_id = r.id AND hs.role = ANY(${ADMITTERS})
    AND hs.capacity = ANY(${LEADING}) AND hs.removed_at IS NULL
)`;

/** The seat `os` is in the call. */
const IS_INSIDE = Prisma.sql`EXISTS (
  SELECT FROM presence i WHERE i.call_id = c.id AND i.seat_id = os.id AND i.left_at IS NULL)`;

// In two parts, so that a big audience is not even looked at for those who may not know of it.
const INSIDE = Prisma.sql`(
  SELECT coalesce(jsonb_agg(jsonb_build_object('seatId', os.id, 'name', op.name, 'role', os.role,
      'capacity', os.capacity,
      'onTwoDevices', may.admit AND os.other_device_at IS NOT NULL) ORDER BY os.id), '[]')
  FROM (
    SELECT * FROM seats WHERE room_id = r.id AND role = ANY(${ON_STAGE})
    UNION ALL
    SELECT * FROM seats WHERE room_id = r.id AND role = ANY(${HIDDEN})
      AND (r.kind <> 'webinar' OR may.admit)
  ) os JOIN people op ON op.id = os.person_id
  WHERE ${IS_INSIDE}
)`;

/** Of a webinar's roster only the stage is awaited. */
const ABSENT = Prisma.sql`CASE WHEN may.admit THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('seatId', away.id, 'name', away.name,
      'role', away.role, 'capacity', away.capacity, 'isExcused', away.excused) ORDER BY away.id), '[]')
  FROM (
    SELECT os.id, op.name, os.role, os.capacity, os.excused_at IS NOT NULL AS excused
    FROM seats os JOIN people op ON op.id = os.person_id
    WHERE os.room_id = r.id AND os.removed_at IS NULL AND os.waiting_since IS NULL
      AND (r.kind <> 'webinar' OR os.role = ANY(${ON_STAGE}))
      AND NOT ${IS_INSIDE}
    ORDER BY os.id LIMIT 50
  ) away
) ELSE '[]' END`;

const LOBBY = Prisma.sql`CASE WHEN may.admit THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('seatId', os.id, 'name', op.name,
      'capacity', os.capacity, 'birthYear', op.birth_year, 'waitingSince', os.waiting_since,
      'onTwoDevices', os.other_device_at IS NOT NULL) ORDER BY os.waiting_since), '[]')
  FROM seats os JOIN people op ON op.id = os.person_id
  WHERE os.room_id = r.id AND os.waiting_since IS NOT NULL AND os.removed_at IS NULL
) ELSE '[]' END`;

const REMOVED = Prisma.sql`CASE WHEN may.admit THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('seatId', gone.id, 'name', gone.name,
      'removedAt', gone.removed_at, 'askedAt', gone.asked_to_return_at)
      ORDER BY gone.asked_to_return_at, gone.removed_at DESC), '[]')
  FROM (
    SELECT os.id, op.name, os.removed_at, os.asked_to_return_at
    FROM seats os JOIN people op ON op.id = os.person_id
    WHERE os.room_id = r.id AND os.removed_at IS NOT NULL
    ORDER BY os.asked_to_return_at, os.removed_at DESC LIMIT 50
  ) gone
) ELSE '[]' END`;

// The kinds stand in the text, where the index of these lines can be seen to fit.
const INTRUSIONS = Prisma.sql`CASE WHEN may.admit THEN (
  SELECT coalesce(jsonb_agg(jsonb_build_object('position', line.position, 'at', line.at,
      'why', coalesce(line.facts->>'why', 'wrong-rights'), 'name', op.name)
      ORDER BY line.position DESC), '[]')
  FROM (
    SELECT position, at, facts FROM room_record
    WHERE room_id = r.id AND kind IN ('intruder-removed', 'rights-corrected')
    ORDER BY position DESC LIMIT 5
  ) line
  LEFT JOIN seats os ON os.room_id = r.id AND os.id::text =
    coalesce(line.facts->>'seatId', split_part(line.facts->>'identity', '.', 1))
  LEFT JOIN people op ON op.id = os.person_id
) ELSE '[]' END`;

/**
 * Everything a page asks about one seat in one room, in one statement: what the decision needs and
 * who else is there. Null when there is no such room.
 */
export async function findJoinFacts(
  tx: Database,
  { roomId, seatId, linkId, now }: SeatQuestion,
): Promise<FactsWithCompany | null> {
  const { rows } = await runPrepared<
    JoinFactsRow & Pick<FactsWithCompany, "company" | "wasInCall" | "placeUntil">
  >(
    tx,
    "join-facts-of-seat",
    Prisma.sql`
    SELECT ${FACT_COLUMNS}, ${CROWD_COLUMNS}, ${insideOnAt(now)}, l.revoked_at AS "linkRevokedAt",
      EXISTS (SELECT FROM presence i WHERE i.seat_id = s.id) AS "wasInCall", ${PLACE_UNTIL},
      CASE WHEN s.id IS NULL THEN '{"hosts":[],"inside":[],"absent":[],"lobby":[],"removed":[],"intrusions":[]}' ELSE
        jsonb_build_object('hosts', ${HOSTS}, 'inside', ${INSIDE},
          'absent', ${ABSENT}, 'lobby', ${LOBBY}, 'removed', ${REMOVED}, 'intrusions', ${INTRUSIONS}) END AS company
    FROM ${ROOM_TABLES}
    LEFT JOIN calls c ON c.room_id = r.id AND c.ended_at IS NULL
    CROSS JOIN ${crowdAt(now)}
    LEFT JOIN seats s ON s.room_id = r.id AND s.id = ${seatId}::uuid
    CROSS JOIN ${lineAt(now)}
    LEFT JOIN people p ON p.id = s.person_id
    LEFT JOIN personal_links l ON l.id = ${linkId}::uuid AND l.seat_id = s.id
    CROSS JOIN LATERAL (
      SELECT s.removed_at IS NULL AND s.role = ANY(${ADMITTERS}) AS admit) may
    WHERE r.id = ${roomId}::uuid`,
  );
  const [row] = rows;
  if (!row) return null;
  const { company, wasInCall, placeUntil } = row;
  return { ...toJoinFacts(row), company, wasInCall, placeUntil };
}
