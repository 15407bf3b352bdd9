import "server-only";
import type { Database } from "./client";

/** The rooms in whose place this one stands, directly or by further moves. */
export async function listEarlierDates(tx: Database, roomId: string): Promise<string[]> {
  const dates = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE date AS (
      SELECT r.id, r.organization_id FROM rooms r WHERE r.id = ${roomId}::uuid
      UNION ALL
      SELECT before.id, before.organization_id FROM rooms before
      JOIN date ON before.organization_id = date.organization_id AND before.moved_to_id = date.id
    )
    SELECT id FROM date WHERE id <> ${roomId}::uuid`;
  return dates.map(({ id }) => id);
}
