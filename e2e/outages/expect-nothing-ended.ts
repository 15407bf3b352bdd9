import { expect } from "@playwright/test";
import { sql } from "../support/database";
import type { Room } from "../support/world";

/** A room and its call go on: nobody ended them on a guess while a part was away. */
export async function expectNothingEnded(room: Room): Promise<void> {
  const rows = await sql(
    `SELECT r.id FROM rooms r JOIN calls c ON c.room_id = r.id
     WHERE r.id = $1 AND (r.ended_at IS NOT NULL OR c.ended_at IS NOT NULL)`,
    [room.id],
  );
  expect(rows).toEqual([]);
}
