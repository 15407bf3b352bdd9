import "server-only";
import { env } from "@/lib/env";
import { decideForOrigin } from "@/lib/operations/join/decide-for-origin";
import { decideForTicket } from "@/lib/operations/join/decide-for-ticket";
import type { GateKeeper } from "./ask-gate";
import { connectLimits } from "./connect-limits";

/** The gate's questions as the product answers them: by the decision, now. */
export function gateKeeper(ensureCall: GateKeeper["ensureCall"]): GateKeeper {
  const { LIVEKIT_API_KEY, LIVEKIT_API_SECRET, PUBLIC_URL } = env();
  return {
    key: { apiKey: LIVEKIT_API_KEY, apiSecret: LIVEKIT_API_SECRET },
    publicUrl: PUBLIC_URL,
    limits: connectLimits(),
    isAllowedOrigin: decideForOrigin,
    decide: ({ callName, identity }) => decideForTicket(callName, identity, new Date()),
    ensureCall,
  };
}
