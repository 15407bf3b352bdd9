import "server-only";
import { notifyRooms } from "@/lib/data/notify-rooms";
import { log } from "@/lib/log";

/** Announcements of one room within this time go out as one. */
const GATHER_MS = 20;

type Pending = { rooms: Set<string>; timer?: NodeJS.Timeout };

const shared = globalThis as typeof globalThis & { rostrumAnnouncements?: Pending };

/**
 * Tells every page and every process that something in a room changed. Call it after the commit:
 * a NOTIFY inside a transaction would make all commits queue behind each other.
 */
export function announce(roomId: string): void {
  const pending = (shared.rostrumAnnouncements ??= { rooms: new Set() });
  pending.rooms.add(roomId);
  pending.timer ??= setTimeout(() => void send(pending), GATHER_MS);
}

async function send(pending: Pending): Promise<void> {
  const rooms = [...pending.rooms];
  pending.rooms.clear();
  delete pending.timer;
  try {
    await notifyRooms(rooms);
  } catch (error) {
    // Pages look again by themselves and the conductor has its own timer, so nothing is lost for long.
    log.warn({ error, rooms: rooms.length }, "rooms could not be announced");
  }
}
