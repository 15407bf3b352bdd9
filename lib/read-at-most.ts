import "server-only";

/**
 * The whole of a body of at most `maxBytes`; null, and the rest not read, when it has more.
 *
 * A body that was fetched needs its `signal` here too: once the head of an answer is there, Node 20
 * may lose the one that `fetch` was given to the garbage collector, and would wait for ever.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  signal?: AbortSignal | null,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  // Whoever waits for the next part then reads an end.
  const stop = () => void reader.cancel().catch(() => undefined);
  signal?.addEventListener("abort", stop);
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > maxBytes) {
        await reader.cancel();
        return null;
      }
      chunks.push(part.value);
    }
    signal?.throwIfAborted();
    return new Uint8Array(Buffer.concat(chunks));
  } finally {
    signal?.removeEventListener("abort", stop);
  }
}
