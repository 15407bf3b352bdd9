import "server-only";
import pg from "pg";
import { env } from "@/lib/env";
import { log } from "@/lib/log";

const RETRY_MS = 1_000;

type Listener = {
  channel: string;
  onMessage: (payload: string) => void;
  /** The connection is there again: messages may have been missed. */
  onGap: () => void;
};

/**
 * Listens to one of the database's channels on a connection of its own (pooled connections can't)
 * and comes back by itself when the connection is lost.
 *
 * @returns a function that stops listening.
 */
export function listenToDatabase({ channel, onMessage, onGap }: Listener): () => void {
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isStopped = false;

  async function connect(isFirst: boolean): Promise<void> {
    const next = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client = next;
    next.on("notification", ({ payload }) => onMessage(payload ?? ""));
    next.once("error", () => lose(next));
    next.once("end", () => lose(next));
    try {
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      if (!isFirst) onGap();
    } catch {
      lose(next);
    }
  }

  function lose(lost: pg.Client): void {
    if (lost !== client || isStopped) return;
    client = undefined;
    lost.removeAllListeners();
    // A client that fails once more while it is put away must not end the process.
    lost.on("error", () => undefined);
    void lost.end().catch(() => undefined);
    log.warn({ channel }, "the database's channel is lost; trying again");
    retry = setTimeout(() => void connect(false), RETRY_MS);
  }

  void connect(true);
  return () => {
    isStopped = true;
    clearTimeout(retry);
    void client?.end().catch(() => undefined);
  };
}
