import "server-only";
import { database, type Database } from "./client";

/** A call that is still open. */
export type OpenCall = { id: string; name: string };

/** A call that the conductor looks at. */
export type CallAtHand = { id: string; roomId: string; name: string; endedAt: Date | null };

/** The room's open call; null when there is none. */
export function findOpenCall(db: Database, roomId: string): Promise<OpenCall | null> {
  return db.call.findFirst({
    where: { roomId, endedAt: null },
    select: { id: true, name: true },
  });
}

/** The call of that name, open or not; null when there never was one. */
export function findCallByName(
  db: Database,
  name: string,
): Promise<{ id: string; roomId: string } | null> {
  return db.call.findUnique({ where: { name }, select: { id: true, roomId: true } });
}

/** Opens a call; null when the room has an open one already. The unique index settles races. */
export async function insertCall(
  tx: Database,
  roomId: string,
  name: string,
  now: Date,
): Promise<OpenCall | null> {
  const [call] = await tx.$queryRaw<OpenCall[]>`
    INSERT INTO calls (id, room_id, name, started_at, due_at)
    VALUES (uuidv7(), ${roomId}::uuid, ${name}, ${now}::timestamptz, ${now}::timestamptz)
    ON CONFLICT (room_id) WHERE ended_at IS NULL DO NOTHING
    RETURNING id, name`;
  return call ?? null;
}

/** Ends a call and makes it due for the sweep; false when it had ended before. */
export async function markCallEnded(tx: Database, callId: string, now: Date): Promise<boolean> {
  const ended = await tx.$executeRaw`
    UPDATE calls SET ended_at = greatest(${now}::timestamptz, started_at), due_at = ${now}::timestamptz
    WHERE id = ${callId}::uuid AND ended_at IS NULL`;
  return ended > 0;
}

/** The media server no longer has it, so nobody looks at it again. */
export async function markCallSwept(db: Database, callId: string, now: Date): Promise<void> {
  await db.call.update({ where: { id: callId }, data: { sweptAt: now }, select: { id: true } });
}

/** Lets the conductor look at it next at `dueAt`, or earlier when something happens. */
export async function deferCall(db: Database, callId: string, dueAt: Date): Promise<void> {
  await db.call.update({ where: { id: callId }, data: { dueAt }, select: { id: true } });
}

/** Makes a room's unswept calls due at `dueAt` at the latest. */
export async function hastenCallsOfRoom(roomId: string, dueAt: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE calls SET due_at = ${dueAt}::timestamptz
    WHERE room_id = ${roomId}::uuid AND swept_at IS NULL AND due_at > ${dueAt}::timestamptz`;
}

/** Makes the call of that name due at `dueAt` at the latest. */
export async function hastenCall(name: string, dueAt: Date): Promise<void> {
  await database().$executeRaw`
    UPDATE calls SET due_at = ${dueAt}::timestamptz
    WHERE name = ${name} AND swept_at IS NULL AND due_at > ${dueAt}::timestamptz`;
}

/**
 * Takes calls that are due, each for one process: it is due again at `again`, or at the end of its
 * room's window, so that a process that dies meanwhile leaves it to the next one.
 */
export function claimDueCalls(now: Date, again: Date, limit: number): Promise<CallAtHand[]> {
  return database().$queryRaw<CallAtHand[]>`
    WITH due AS (
      SELECT id FROM calls WHERE swept_at IS NULL AND due_at <= ${now}::timestamptz
      ORDER BY due_at LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE calls c SET due_at = CASE
        WHEN r.closes_at > ${now}::timestamptz THEN least(r.closes_at, ${again}::timestamptz)
        ELSE ${again}::timestamptz END
    FROM due, rooms r WHERE c.id = due.id AND r.id = c.room_id
    RETURNING c.id, c.room_id AS "roomId", c.name, c.ended_at AS "endedAt"`;
}

/** When the next call is due; null when none is left to look at. */
export async function findNextDueAt(): Promise<Date | null> {
  const { _min } = await database().call.aggregate({
    where: { sweptAt: null },
    _min: { dueAt: true },
  });
  return _min.dueAt;
}

/** Of these names, those of calls that have ended here: the media server should not have them. */
export async function listEndedAmong(names: string[]): Promise<{ id: string; name: string }[]> {
  if (names.length === 0) return [];
  return database().call.findMany({
    where: { name: { in: names }, endedAt: { not: null } },
    select: { id: true, name: true },
  });
}
