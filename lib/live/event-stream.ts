import "server-only";
import { onRoomChange } from "./room-hub";

/** Keeps proxies from closing a quiet stream, and lets the page notice a dead one. */
const PING_MS = 20_000;

/** The most streams one device may hold on one room: some tabs, not a flood. */
const STREAMS_A_DEVICE = 8;

const shared = globalThis as typeof globalThis & { rostrumStreams?: Map<string, number> };

const HEADERS = {
  "Content-Type": "text/event-stream",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Whose page listens. */
type Listening = { roomId: string; deviceId: string; seatId: string | null };

/**
 * Server-sent events about one room: `changed` whenever the page should look again, once at the
 * start too, `let-in` before it when somebody has let this seat in, and `ping` every 20 seconds.
 * Ends when the reader goes away.
 *
 * The events carry nothing: what a reader may know, and whether they may come in, is decided when
 * the page asks.
 */
export function roomEventStream(
  { roomId, deviceId, seatId }: Listening,
  signal: AbortSignal,
): Response {
  const streams = (shared.rostrumStreams ??= new Map());
  const key = `${roomId}.${deviceId}`;
  const open = streams.get(key) ?? 0;
  if (open >= STREAMS_A_DEVICE) {
    return new Response(null, { status: 429, headers: { "Retry-After": "10" } });
  }
  streams.set(key, open + 1);

  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string) =>
        controller.enqueue(encoder.encode(`event: ${event}\ndata: \n\n`));
      const unsubscribe = onRoomChange(roomId, (letInSeatId) => {
        if (!letInSeatId) send("changed");
        else if (letInSeatId === seatId) send("let-in");
      });
      const ping = setInterval(() => send("ping"), PING_MS);
      stop = () => {
        stop = () => {};
        unsubscribe();
        clearInterval(ping);
        release(streams, key);
        // After a cancel the stream is closed already.
        if (!signal.aborted) return;
        controller.close();
      };
      signal.addEventListener("abort", () => stop(), { once: true });
      controller.enqueue(encoder.encode("retry: 1000\n\n"));
      send("changed");
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: HEADERS });
}

function release(streams: Map<string, number>, key: string): void {
  const left = (streams.get(key) ?? 1) - 1;
  if (left > 0) streams.set(key, left);
  else streams.delete(key);
}
