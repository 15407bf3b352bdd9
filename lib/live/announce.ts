import "server-only";
import { notifyRooms } from "@/lib/data/notify-rooms";
import type { Announce } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";
import { writeRoomMessage } from "./room-message";

/** What comes this soon after an announcement goes out with the next one. */
const GATHER_MS = 20;

/** How long what nobody waits for is gathered. A crowd that comes in has each page look once. */
const SOON_MS = 700;

/** Messages, each once. */
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
export const announce: Announce = (roomId, how = "now") => {
  const pending = (shared.rostrumAnnouncements ??= { now: new Set(), soon: new Set() });
  const changed = writeRoomMessage({ roomId });
  if (how === "soon") return sendLater(pending, changed);
  if (how !== "now") pending.now.add(writeRoomMessage({ roomId, ...how }));
  pending.soon.delete(changed);
  // Last, so that whoever was let in hears of it before they look.
  pending.now.delete(changed);
  pending.now.add(changed);
  if (!pending.gathering) send(pending);
};

function sendLater(pending: Pending, message: string): void {
  pending.soon.add(message);
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
  const messages = takeAll(pending.now);
  pending.gathering = setTimeout(() => {
    delete pending.gathering;
    if (pending.now.size > 0) send(pending);
  }, GATHER_MS);
  void notify(messages);
}

function takeAll(messages: Set<string>): string[] {
  const taken = [...messages];
  messages.clear();
  return taken;
}

async function notify(messages: readonly string[]): Promise<void> {
  try {
    await notifyRooms(messages);
  } catch (error) {
    // Pages look again by themselves and the conductor has its own timer, so nothing is lost for long.
    log.warn({ error, messages: messages.length }, "rooms could not be announced");
  }
}
