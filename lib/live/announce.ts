import "server-only";
import { notifyRooms } from "@/lib/data/notify-rooms";
import type { Announce } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";

/** What comes this soon after an announcement goes out with the next one. */
const GATHER_MS = 20;

/** How long what nobody waits for is gathered. A crowd that comes in has each page look once. */
const SOON_MS = 700;

type Pending = {
  now: Set<string>;
  soon: Set<string>;
  gathering?: NodeJS.Timeout;
  later?: NodeJS.Timeout;
};

const shared = globalThis as typeof globalThis & { rostrumAnnouncements?: Pending };

/**
 * Tells every process, and by them the pages, that something in a room changed. Call it after the
 * commit: a NOTIFY inside a transaction would make all commits queue behind each other.
 */
export const announce: Announce = (roomId, urgency = "now") => {
  const pending = (shared.rostrumAnnouncements ??= { now: new Set(), soon: new Set() });
  if (urgency === "soon") return sendLater(pending, roomId);
  pending.soon.delete(roomId);
  pending.now.add(roomId);
  if (!pending.gathering) send(pending);
};

function sendLater(pending: Pending, roomId: string): void {
  pending.soon.add(roomId);
  pending.later ??= setTimeout(() => {
    delete pending.later;
    void notify(takeAll(pending.soon));
  }, SOON_MS);
}

/** Sends what is still gathered. For the end of the process, whose pages are not the only ones. */
export async function flushAnnouncements(): Promise<void> {
  const pending = shared.rostrumAnnouncements;
  if (!pending) return;
  clearTimeout(pending.later);
  await notify([...takeAll(pending.soon), ...takeAll(pending.now)]);
}

/** The first goes out at once, since somebody waits for it. */
function send(pending: Pending): void {
  const rooms = takeAll(pending.now);
  pending.gathering = setTimeout(() => {
    delete pending.gathering;
    if (pending.now.size > 0) send(pending);
  }, GATHER_MS);
  void notify(rooms);
}

function takeAll(rooms: Set<string>): string[] {
  const taken = [...rooms];
  rooms.clear();
  return taken;
}

async function notify(rooms: readonly string[]): Promise<void> {
  try {
    await notifyRooms(rooms);
  } catch (error) {
    // Pages look again by themselves and the conductor has its own timer, so nothing is lost for long.
    log.warn({ error, rooms: rooms.length }, "rooms could not be announced");
  }
}
