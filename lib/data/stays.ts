import "server-only";
import type { Capacity, Role } from "@/lib/domain/room/role";
import type { Database } from "./client";

/** One connection of a seat to one of a room's calls. */
export type ListedStay = {
  seatId: string;
  name: string;
  role: Role;
  capacity: Capacity;
  joinedAt: Date;
  leftAt: Date | null;
};

/** When a seat was taken off a roster or sent back to wait. */
export type PutOut = { seatId: string; at: Date };

/** Each time somebody was put out of a room's calls, by when. */
export function listPutOuts(tx: Database, roomId: string): Promise<PutOut[]> {
  return tx.$queryRaw<PutOut[]>`
    SELECT facts->>'seatId' AS "seatId", at FROM room_record
    WHERE room_id = ${roomId}::uuid AND kind IN ('seat-removed', 'sent-back')
    ORDER BY position`;
}

/** The stays of seats with these roles in a room's calls, and those of `seatId`, by their beginning. */
export function listStays(
  tx: Database,
  roomId: string,
  { roles, seatId }: { roles: readonly Role[]; seatId: string },
): Promise<ListedStay[]> {
  return tx.$queryRaw<ListedStay[]>`
    SELECT s.id AS "seatId", p.name, s.role::text, s.capacity::text,
      i.joined_at AS "joinedAt", i.left_at AS "leftAt"
    FROM seats s
    JOIN people p ON p.id = s.person_id
    JOIN presence i ON i.seat_id = s.id
    WHERE s.room_id = ${roomId}::uuid
      AND (s.role = ANY(${[...roles]}::"Role"[]) OR s.id = ${seatId}::uuid)
    ORDER BY i.joined_at, i.id`;
}
