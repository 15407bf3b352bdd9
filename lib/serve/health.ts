import "server-only";
import type { ServerResponse } from "node:http";
import { isDatabaseUp } from "@/lib/data/is-database-up";
import { isMediaServerUp } from "@/lib/livekit/probe-media-server";

const KEEP_MS = 1_000;
const TIMEOUT_MS = 2_000;

type Readiness = { database: boolean; media: boolean };

let latest: { at: number; readiness: Promise<Readiness> } | undefined;

/** This process is alive; whether it can serve is another question. */
export function answerAlive(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/plain", "cache-control": "no-store" }).end("ok");
}

/** Whether the parts this process needs answer. Asked of them once a second at most. */
export async function answerReady(response: ServerResponse, isStopping: boolean): Promise<void> {
  const now = Date.now();
  if (!latest || now - latest.at > KEEP_MS) latest = { at: now, readiness: look() };
  const readiness = await latest.readiness;
  const isReady = readiness.database && readiness.media && !isStopping;
  response.writeHead(isReady ? 200 : 503, {
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(readiness));
}

async function look(): Promise<Readiness> {
  const [database, media] = await Promise.all([isDatabaseUp(TIMEOUT_MS), isMediaServerUp()]);
  return { database, media };
}
