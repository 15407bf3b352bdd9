import "server-only";
import { database } from "./client";

/**
 * Deletes up to `limit` rooms that a program made over the wire of ACS, that neither staff nor a
 * program with a key of our own API ever touched, and that closed at `vanishedBefore` or earlier; with them go their rosters, calls and records. Returns how
 * many these were.
 */
export function purgeAcsRooms(vanishedBefore: Date, limit: number): Promise<number> {
  return database().$executeRaw`
    DELETE FROM rooms WHERE id IN (
      SELECT r.id FROM rooms r JOIN acs_rooms a ON a.room_id = r.id
      WHERE a.made_by_resource_id IS NOT NULL AND r.closes_at <= ${vanishedBefore}::timestamptz
        AND NOT EXISTS (
          SELECT FROM room_record l WHERE l.room_id = r.id AND l.actor NOT LIKE 'seat:%'
            AND l.actor NOT IN ('system', 'key:' || a.made_by_resource_id)
        )
        AND NOT EXISTS (SELECT FROM rooms m WHERE m.moved_to_id = r.id)
      ORDER BY r.closes_at LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED
    )`;
}
