import "server-only";
import { notifyRooms } from "@/lib/data/notify-rooms";
import type { Announce, Audience } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";
import { writeAnnouncement } from "./announcement";

/** What comes this soon after an announcement goes out with the next one. */
const GATHER_MS = 20;

type Pending = { rooms: Map<string, Audience>; timer?: NodeJS.Timeout };

const shared = globalThis as typeof globalThis & { rostrumAnnouncements?: Pending };

/**
 * Tells every process, and by them the pages, that something in a room changed. Call it after the
 * commit: a NOTIFY inside a transaction would make all commits queue behind each other.
 */
export const announce: Announce = (roomId, to = "everybody") => {
  const pending = (shared.rostrumAnnouncements ??= { rooms: new Map() });
  if (pending.rooms.get(roomId) !== "everybody") pending.rooms.set(roomId, to);
  if (!pending.timer) send(pending);
};

/** The first goes out at once, since somebody waits for it. */
function send(pending: Pending): void {
  const rooms = [...pending.rooms].map(([roomId, to]) => writeAnnouncement(roomId, to));
  pending.rooms.clear();
  pending.timer = setTimeout(() => {
    delete pending.timer;
    if (pending.rooms.size > 0) send(pending);
  }, GATHER_MS);
  void notify(rooms);
}

async function notify(rooms: readonly string[]): Promise<void> {
  try {
    await notifyRooms(rooms);
  } catch (error) {
    // Pages look again by themselves and the conductor has its own timer, so nothing is lost for long.
    log.warn({ error, rooms: rooms.length }, "rooms could not be announced");
  }
}
