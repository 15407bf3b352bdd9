import "server-only";
import { env } from "@/lib/env";
import { probeMediaServer, type MediaServerState } from "@/lib/livekit/probe-media-server";
import { findExposedAddress } from "./exposed-media-server";
import { loopbackWebhookProblem } from "./loopback-webhooks";
import { weakSecrets } from "./weak-secrets";

const WRONG_MEDIA_SERVER = {
  "makes-calls-itself":
    "The media server makes calls by itself, so whoever holds an old ticket can open a closed room again. Set room.auto_create to false in its configuration.",
  "other-key":
    "The media server does not know LIVEKIT_API_KEY with LIVEKIT_API_SECRET. Give both sides the same key.",
} as const satisfies Record<Exclude<MediaServerState, "right" | "away">, string>;

export type Surroundings = { problems: string[]; isMediaServerChecked: boolean };

/** What would let people past the room's decision, each in one sentence that says what to do. */
export async function checkSurroundings(): Promise<Surroundings> {
  const [state, exposedAt] = await Promise.all([
    probeMediaServer(),
    findExposedAddress(env().LIVEKIT_URL),
  ]);
  const problems = weakSecrets(env());
  const loopback = loopbackWebhookProblem(env());
  if (loopback) problems.push(loopback);
  if (state === "makes-calls-itself" || state === "other-key") {
    problems.push(WRONG_MEDIA_SERVER[state]);
  }
  if (exposedAt) {
    problems.push(
      `The media server's own port can be reached at ${exposedAt}, past the gate. Bind it to 127.0.0.1 (bind_addresses) or to a private network.`,
    );
  }
  return { problems, isMediaServerChecked: state !== "away" };
}
