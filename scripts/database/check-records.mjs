import { createHash } from "node:crypto";

/** The text of each line as the database's trigger `chain_record_entry` hashes it. */
const LINES = `
  SELECT room_id, position, hash, concat_ws('|', room_id, position,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, kind, facts::text) AS text
  FROM room_record WHERE $1::uuid IS NULL OR room_id = $1::uuid
  ORDER BY room_id, position`;

/**
 * Computes the chains of all room records, or of one, anew and apart from the product's code.
 *
 * @returns for each room how many lines it has, its last hash as hex, and the position of the first
 *   line that was changed or is missing; null when all is whole
 */
export async function checkRecords(client, roomId = null) {
  const { rows } = await client.query(LINES, [roomId]);
  const rooms = new Map();
  for (const { room_id: id, position, hash, text } of rows) {
    const room = rooms.get(id) ?? { roomId: id, lines: 0, lastHash: "", brokenAt: null };
    rooms.set(id, room);
    room.lines += 1;
    if (room.brokenAt !== null) continue;
    const before = Buffer.from(room.lastHash, "hex");
    const expected = createHash("sha256").update(before).update(text).digest();
    if (position !== room.lines || !expected.equals(hash)) room.brokenAt = room.lines;
    else room.lastHash = expected.toString("hex");
  }
  return [...rooms.values()];
}
