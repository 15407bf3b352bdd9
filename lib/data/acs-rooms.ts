import "server-only";
import { asGiven, type AcsRoom } from "@/lib/domain/acs/acs-room";
import { parseInstant } from "@/lib/domain/acs/instant";
import type { RoomTimes } from "@/lib/domain/acs/room-times";
import type { RoomAccess } from "@/lib/domain/room/room-kind";
import { database, type Database } from "./client";
import { Prisma } from "./generated/client";
import { runPrepared } from "./prepared-statement";

/** A room of the wire with our own id. */
export type StoredAcsRoom = AcsRoom & { id: string };

/** Which rooms are on the wire: of one organization, and not closed at `vanishedBefore` or earlier. */
export type OnTheWire = { organizationId: string; vanishedBefore: Date };

/** Where a list goes on: behind this room. */
export type AcsRoomPlace = { createdAt: string; id: string };

type Row = {
  id: string;
  acsId: string;
  createdAt: string;
  opensAt: Date;
  closesAt: Date;
  validFrom: string | null;
  validUntil: string | null;
  pstnDialOutEnabled: boolean;
  access: RoomAccess;
};

const COLUMNS = Prisma.sql`
  r.id, r.acs_id AS "acsId", r.opens_at AS "opensAt", r.closes_at AS "closesAt", r.access::text,
  to_char(r.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') AS "createdAt",
  a.valid_from AS "validFrom", a.valid_until AS "validUntil",
  coalesce(a.pstn_dial_out_enabled, false) AS "pstnDialOutEnabled"
  FROM rooms r LEFT JOIN acs_rooms a ON a.room_id = r.id`;

// Rooms that were called off or moved have left the wire.
const STANDING = Prisma.sql`r.cancelled_at IS NULL AND r.moved_to_id IS NULL`;

/** The room with that id of the wire; null when it is not on it. */
export async function findAcsRoom(
  db: Database,
  { organizationId, vanishedBefore }: OnTheWire,
  acsId: string,
): Promise<StoredAcsRoom | null> {
  const { rows } = await runPrepared<Row>(
    db,
    "find-acs-room",
    Prisma.sql`
    SELECT ${COLUMNS}
    WHERE r.acs_id = ${acsId} AND r.organization_id = ${organizationId}::uuid AND ${STANDING}
      AND r.closes_at > ${vanishedBefore}::timestamptz`,
  );
  const [row] = rows;
  return row ? toRoom(row) : null;
}

/** Rooms behind that place, the newest first. */
export async function listAcsRooms(
  { organizationId, vanishedBefore }: OnTheWire,
  behind: AcsRoomPlace | null,
  limit: number,
): Promise<StoredAcsRoom[]> {
  const place = behind
    ? Prisma.sql`AND (r.created_at, r.id) < ((${behind.createdAt} || 'Z')::timestamptz, ${behind.id}::uuid)`
    : Prisma.empty;
  const rows = await database().$queryRaw<Row[]>`
    SELECT ${COLUMNS}
    WHERE r.organization_id = ${organizationId}::uuid AND ${STANDING}
      AND r.closes_at > ${vanishedBefore}::timestamptz ${place}
    ORDER BY r.created_at DESC, r.id DESC LIMIT ${limit}`;
  return rows.map(toRoom);
}

/** Keeps a room of the wire from changing under this transaction; null when it is not on it. */
export async function lockAcsRoom(
  tx: Database,
  onTheWire: OnTheWire,
  acsId: string,
): Promise<StoredAcsRoom | null> {
  await tx.$queryRaw`
    SELECT 1 FROM rooms
    WHERE acs_id = ${acsId} AND organization_id = ${onTheWire.organizationId}::uuid
    FOR NO KEY UPDATE`;
  return findAcsRoom(tx, onTheWire, acsId);
}

export type AcsRoomChange = {
  /** Null leaves the window as it is; a new one opens a room again that was ended. */
  times: RoomTimes | null;
  pstnDialOutEnabled: boolean | null;
  access: RoomAccess | null;
};

/** Changes a locked room. */
export async function saveAcsRoom(
  tx: Database,
  roomId: string,
  { times, pstnDialOutEnabled, access }: AcsRoomChange,
): Promise<void> {
  await tx.room.update({
    where: { id: roomId },
    data: {
      version: { increment: 1 },
      ...(access && { access }),
      ...(times && {
        opensAt: times.validFrom.at,
        closesAt: times.validUntil.at,
        endedAt: null,
        calendarSequence: { increment: 1 },
      }),
    },
    select: { id: true },
  });
  const change = {
    ...(pstnDialOutEnabled !== null && { pstnDialOutEnabled }),
    ...(times && { validFrom: times.validFrom.text, validUntil: times.validUntil.text }),
  };
  await tx.acsRoom.upsert({ where: { roomId }, create: { roomId, ...change }, update: change });
}

/** Calls a locked room off: it leaves the wire and stays in the dashboard. */
export async function markAcsRoomDeleted(tx: Database, roomId: string, at: Date): Promise<void> {
  const change = { version: { increment: 1 }, calendarSequence: { increment: 1 } };
  await tx.room.update({
    where: { id: roomId },
    data: { cancelledAt: at, ...change },
    select: { id: true },
  });
}

function toRoom({ id, acsId, createdAt, opensAt, closesAt, access, ...row }: Row): StoredAcsRoom {
  const made = parseInstant(createdAt);
  if (!made) throw new Error("the database wrote an instant that is none");
  return {
    ...{ id, acsId, createdAt: made, isOpen: access === "open" },
    pstnDialOutEnabled: row.pstnDialOutEnabled,
    validFrom: asGiven(row.validFrom, opensAt),
    validUntil: asGiven(row.validUntil, closesAt),
  };
}
