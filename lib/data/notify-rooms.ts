import "server-only";
import { database } from "./client";

/** Sends each text over the database's channel `room_changed`, in one statement. */
export async function notifyRooms(texts: readonly string[]): Promise<void> {
  await database().$executeRaw`
    SELECT count(pg_notify('room_changed', text)) FROM unnest(${texts}::text[]) AS text`;
}
