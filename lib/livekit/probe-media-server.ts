import "server-only";
import { randomBytes } from "node:crypto";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import { env } from "@/lib/env";
import { mintTicket } from "./mint-ticket";

const TIMEOUT_MS = 2_000;

/** How the media server treats a ticket of ours for a call that was never made. */
export type MediaServerState = "right" | "makes-calls-itself" | "other-key" | "away";

/**
 * Whether the media server is set up so that our decisions hold: it knows our key, and it makes no
 * call that we did not ask for. Opens nothing.
 */
export async function probeMediaServer(): Promise<MediaServerState> {
  const ticket = await mintTicket({
    callName: `probe-${randomBytes(16).toString("hex")}`,
    participant: { seatId: "00000000-0000-0000-0000-000000000000", deviceId: "0000000000000000" },
    displayName: "",
    grant: mediaGrantFor("consumer", "webinar", []),
  });
  const status = await statusOf(`/rtc/validate?access_token=${ticket}`);
  if (status === 200) return "makes-calls-itself";
  if (status === 401) return "other-key";
  return status === 404 ? "right" : "away";
}

/** Whether the media server answers. */
export async function isMediaServerUp(): Promise<boolean> {
  return (await statusOf("/")) === 200;
}

async function statusOf(path: string): Promise<number | null> {
  const url = new URL(path, env().LIVEKIT_URL.replace(/^ws/, "http"));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
