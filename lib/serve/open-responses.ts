import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Server, ServerResponse } from "node:http";

const GRACE_MS = 5_000;
const LOOK_MS = 25;

/** The answers that are being given, so that stopping can wait for them, but not for streams. */
export class OpenResponses {
  private readonly open = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    this.open.add(response);
    response.once("close", () => this.open.delete(response));
  }

  /** Takes no more requests, ends the live streams (pages come back by themselves) and waits for the rest. */
  async drain(server: Server): Promise<void> {
    server.close();
    server.closeIdleConnections();
    for (const response of this.open) if (isStream(response)) response.destroy();
    const until = Date.now() + GRACE_MS;
    while (this.open.size > 0 && Date.now() < until) await pause(LOOK_MS);
    server.closeAllConnections();
  }
}

function isStream(response: ServerResponse): boolean {
  return String(response.getHeader("content-type")).startsWith("text/event-stream");
}
