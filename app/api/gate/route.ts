import { answerProxy } from "@/lib/gate/forward-auth";
import { gateKeeper } from "@/lib/gate/gate-keeper";
import type { GateKeeper } from "@/lib/gate/ask-gate";
import { liveKitCalls } from "@/lib/livekit/calls";

let keeper: GateKeeper | undefined;

/** The gate's decision for proxies that offer forward authentication; see `scripts/proxy`. */
export function GET(request: Request): Promise<Response> {
  keeper ??= gateKeeper(liveKitCalls.ensureCall);
  return answerProxy(request.headers, keeper);
}
