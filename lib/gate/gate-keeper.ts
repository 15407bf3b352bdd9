import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { expectArrival } from "@/lib/operations/call/expect-arrival";
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
    onPassed: (callName) => void noteArrival(callName),
  };
}

async function noteArrival(callName: string): Promise<void> {
  try {
    await expectArrival(callName, new Date());
  } catch (error) {
    log.warn({ err: error }, "the conductor could not be told of a join; it looks by itself");
  }
}
