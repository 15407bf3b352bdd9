import "server-only";
import type { Clash } from "@/lib/domain/room/clash";
import { rolesThat } from "@/lib/domain/room/permissions";
import type { Database } from "./client";
import { earliestOpening } from "./earliest-opening";
import { Prisma } from "./generated/client";
import type { StoredRoom } from "./rooms";

const { sql } = Prisma;

type Place = Pick<StoredRoom, "id" | "organizationId">;

/** Those who lead: what they do holds the others up. */
const LEADING = rolesThat("admitFromLobby");

/** Those who lead or work, and so are there before anything begins. An audience may choose. */
const WORKING = rolesThat("enterBackstage");

/** The room `other` is another than this one and takes place. */
function takesPlaceBeside({ id, organizationId }: Place): Prisma.Sql {
  return sql`other.organization_id = ${organizationId}::uuid AND other.id <> ${id}::uuid
    AND other.cancelled_at IS NULL AND other.moved_to_id IS NULL AND other.ended_at IS NULL`;
}

/**
 * Where those who lead or work in this room are expected at the same time: the windows of other
 * rooms that overlap with this one's, the earliest of each seat. Whoever said that they can't come,
 * to either, is not expected there.
 */
export function listClashes(
  tx: Database,
  room: Place & Pick<StoredRoom, "window">,
): Promise<Clash[]> {
  const { id, organizationId, window } = room;
  const { opensAt, closesAt } = window;
  return tx.$queryRaw`
    SELECT DISTINCT ON (mine.id) mine.id AS "seatId", other.opens_at AS "opensAt",
      other.closes_at AS "closesAt"
    FROM seats mine
    JOIN seats theirs ON theirs.person_id = mine.person_id
      AND theirs.removed_at IS NULL AND theirs.excused_at IS NULL
      AND theirs.role = ANY(${WORKING}::"Role"[])
    JOIN rooms other ON other.id = theirs.room_id AND ${takesPlaceBeside(room)}
      AND other.opens_at >= ${earliestOpening(organizationId, opensAt)}
      AND other.opens_at < ${closesAt}::timestamptz AND other.closes_at > ${opensAt}::timestamptz
    WHERE mine.room_id = ${id}::uuid AND mine.removed_at IS NULL AND mine.excused_at IS NULL
      AND mine.role = ANY(${WORKING}::"Role"[])
    ORDER BY mine.id, other.opens_at`;
}

/**
 * Whether one of those who lead this room leads another that opens from `from` on and before `until`.
 * Both lie close together, so that only what opens between them is looked at.
 */
export async function isNextRoomBefore(
  tx: Database,
  room: Place,
  { from, until }: { from: Date; until: Date },
): Promise<boolean> {
  const next = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM rooms other
    JOIN seats theirs ON theirs.room_id = other.id AND theirs.role = ANY(${LEADING}::"Role"[])
      AND theirs.removed_at IS NULL AND theirs.excused_at IS NULL
    JOIN seats mine ON mine.room_id = ${room.id}::uuid AND mine.person_id = theirs.person_id
      AND mine.role = ANY(${LEADING}::"Role"[]) AND mine.removed_at IS NULL
    WHERE ${takesPlaceBeside(room)}
      AND other.opens_at >= ${from}::timestamptz AND other.opens_at < ${until}::timestamptz
    LIMIT 1`;
  return next.length > 0;
}
