import "server-only";
import { hastenCall } from "@/lib/data/calls";
import { env } from "@/lib/env";
import { Gate } from "@/lib/gate/gate";
import { gateKeeper } from "@/lib/gate/gate-keeper";
import { liveKitCalls } from "@/lib/livekit/calls";
import { log } from "@/lib/log";

/** How long after passing the gate a client has arrived in its call, as a rule. */
const ARRIVED_AFTER_MS = 250;

/** The gate in front of the media server that the environment names. */
export function openGate(): Gate {
  return new Gate({
    ...gateKeeper((callName) => liveKitCalls.ensureCall(callName, 0)),
    mediaUrl: env().LIVEKIT_URL,
    onPassed: (callName) => void lookSoon(callName),
  });
}

/** A ticket may be older than the seat's role: the conductor sets its rights right. */
async function lookSoon(callName: string): Promise<void> {
  try {
    await hastenCall(callName, new Date(Date.now() + ARRIVED_AFTER_MS));
  } catch (error) {
    log.warn({ err: error }, "the conductor could not be told of a join; it looks by itself");
  }
}
