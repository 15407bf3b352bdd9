import "server-only";
import { database } from "./client";

/** Sends each message over the database's channel `room_changed`, in one statement. */
export async function notifyRooms(messages: readonly string[]): Promise<void> {
  await database().$executeRaw`
    SELECT count(pg_notify('room_changed', message)) FROM unnest(${messages}::text[]) AS message`;
}
