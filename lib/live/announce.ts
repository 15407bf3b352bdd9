import "server-only";
import { notifyRooms } from "@/lib/data/notify-rooms";
import type { Announce } from "@/lib/domain/room/announce";
import { log } from "@/lib/log";

/** What comes this soon after an announcement goes out with the next one. */
const GATHER_MS = 20;

/** More than so many seats in one message would be too long for the database; their pages look as all do. */
const MOST_LET_IN = 100;

/** How long what nobody waits for is gathered. A crowd that comes in has each page look once. */
const SOON_MS = 700;

type Pending = {
  /** The seats that were let in, by room. */
  now: Map<string, Set<string>>;
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
  const pending = (shared.rostrumAnnouncements ??= { now: new Map(), soon: new Set() });
  if (how === "soon") return sendLater(pending, roomId);
  pending.soon.delete(roomId);
  const letIn = pending.now.get(roomId) ?? new Set();
  pending.now.set(roomId, letIn);
  if (how !== "now") letIn.add(how.letIn);
  if (!pending.gathering) send(pending);
};

function sendLater(pending: Pending, roomId: string): void {
  pending.soon.add(roomId);
  pending.later ??= setTimeout(() => {
    delete pending.later;
    void notify(takeSoon(pending));
  }, SOON_MS);
}

/** Sends what is still gathered. For the end of the process, whose pages are not the only ones. */
export async function flushAnnouncements(): Promise<void> {
  const pending = shared.rostrumAnnouncements;
  if (!pending) return;
  clearTimeout(pending.later);
  await notify([...takeSoon(pending), ...takeNow(pending)]);
}

/** The first goes out at once, since somebody waits for it. */
function send(pending: Pending): void {
  const messages = takeNow(pending);
  pending.gathering = setTimeout(() => {
    delete pending.gathering;
    if (pending.now.size > 0) send(pending);
  }, GATHER_MS);
  void notify(messages);
}

/** A message is the room's id and those of the seats that were let in. */
function takeNow({ now }: Pending): string[] {
  const taken = [...now].map(([roomId, letIn]) =>
    [roomId, ...letIn].slice(0, MOST_LET_IN).join(" "),
  );
  now.clear();
  return taken;
}

function takeSoon({ soon }: Pending): string[] {
  const taken = [...soon];
  soon.clear();
  return taken;
}

async function notify(messages: readonly string[]): Promise<void> {
  try {
    await notifyRooms(messages);
  } catch (error) {
    // Pages look again by themselves and the conductor has its own timer, so nothing is lost for long.
    log.warn({ error, rooms: messages.length }, "rooms could not be announced");
  }
}
