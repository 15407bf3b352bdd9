import "server-only";
import { database } from "./client";

/** Sends each room's id over the database's channel `room_changed`, in one statement. */
export async function notifyRooms(roomIds: readonly string[]): Promise<void> {
  await database().$executeRaw`
    SELECT count(pg_notify('room_changed', id)) FROM unnest(${roomIds}::text[]) AS id`;
}
