import "server-only";
import { env } from "@/lib/env";
import { Gate } from "@/lib/gate/gate";
import { gateKeeper } from "@/lib/gate/gate-keeper";
import { liveKitCalls } from "@/lib/livekit/calls";

/** The gate in front of the media server that the environment names. */
export function openGate(): Gate {
  const keeper = gateKeeper(liveKitCalls.ensureCall);
  return new Gate({ ...keeper, mediaUrl: env().LIVEKIT_URL });
}
