import type { CallingService } from "./service";

/** The server says something at least every 20 s; after this long the line counts as dead. */
const SILENCE_MS = 50_000;
/** How often to look while the live channel is away. */
const POLL_MS = 5_000;

/**
 * Calls `look` whenever the room may be different: when the live channel says so, and every few
 * seconds while there is none.
 *
 * @returns a function that stops it.
 */
export function watchRoom(service: CallingService, roomId: string, look: () => void): () => void {
  const stopped = new AbortController();
  void keepListening(service, roomId, look, stopped.signal);
  return () => stopped.abort();
}

async function keepListening(
  service: CallingService,
  roomId: string,
  look: () => void,
  stopped: AbortSignal,
): Promise<void> {
  while (!stopped.aborted) {
    const line = new AbortController();
    const signal = AbortSignal.any([stopped, line.signal]);
    const stream = await service.watch(roomId, signal);
    if (stream) await readEvents(stream, look, () => line.abort()).catch(() => undefined);
    if (stopped.aborted) return;
    look();
    await wait(POLL_MS, stopped);
  }
}

/** Reads server-sent events until the line ends or falls silent. Only their names mean something. */
async function readEvents(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  look: () => void,
  giveUp: () => void,
): Promise<void> {
  let rest = "";
  let silence = setTimeout(giveUp, SILENCE_MS);
  try {
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(silence);
      silence = setTimeout(giveUp, SILENCE_MS);
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      if (lines.some((line) => line === "event: changed")) look();
    }
  } finally {
    clearTimeout(silence);
  }
}

function wait(ms: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
