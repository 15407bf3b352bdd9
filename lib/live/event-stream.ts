import "server-only";
import { onRoomChange } from "./room-hub";

/** Keeps proxies from closing a quiet stream, and lets the page notice a dead one. */
const PING_MS = 20_000;

/** The most streams one holder may have on one room: some tabs, not a flood. */
const STREAMS_EACH = 8;

const shared = globalThis as typeof globalThis & { rostrumStreams?: Map<string, number> };

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Whose page listens. */
type Listening = {
  roomId: string;
  /** The device or the member whose streams are counted together. */
  holder: string;
  seatId: string | null;
};

/**
 * Server-sent events about one room: `changed` whenever the page should look again, once at the
 * start too, `let-in` before it when somebody has let this seat in, and `ping` every 20 seconds.
 * Begins when it is read, so that an answer nobody reads holds nothing, and ends when the reader
 * goes away.
 *
 * The events carry nothing: what a reader may know, and whether they may come in, is decided when
 * the page asks.
 */
export function roomEventStream(listening: Listening): Response {
  const slot = slotOf(listening);
  if (!slot.isFree()) return new Response(null, { status: 429, headers: { "Retry-After": "10" } });
  let stop: (() => void) | null = null;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    pull(controller) {
      if (stop) return;
      // Several may have asked at once.
      if (!slot.isFree()) return controller.close();
      const leave = listen(listening, controller);
      const release = slot.take();
      stop = () => {
        leave();
        release();
      };
    },
    cancel: () => stop?.(),
  };
  return new Response(new ReadableStream(source, { highWaterMark: 0 }), { headers: HEADERS });
}

/** Sends what happens; gives back how to stop. */
function listen(
  { roomId, seatId }: Listening,
  stream: ReadableStreamDefaultController<Uint8Array>,
): () => void {
  const encoder = new TextEncoder();
  const send = (event: string) => stream.enqueue(encoder.encode(`event: ${event}\ndata: \n\n`));
  const unsubscribe = onRoomChange(roomId, (letInSeatId) => {
    if (!letInSeatId) send("changed");
    else if (letInSeatId === seatId) send("let-in");
  });
  const ping = setInterval(() => send("ping"), PING_MS);
  stream.enqueue(encoder.encode("retry: 1000\n\n"));
  send("changed");
  return () => {
    unsubscribe();
    clearInterval(ping);
  };
}

function slotOf({ roomId, holder }: Listening) {
  const streams = (shared.rostrumStreams ??= new Map());
  const key = `${roomId}.${holder}`;
  const count = () => streams.get(key) ?? 0;
  const set = (wanted: number) =>
    wanted > 0 ? streams.set(key, wanted) : void streams.delete(key);
  return {
    isFree: () => count() < STREAMS_EACH,
    /** Gives back how to release it. */
    take: () => {
      set(count() + 1);
      return () => void set(count() - 1);
    },
  };
}
