import { CallSession, type CallOptions } from "./call-session";
import { makeConnectionsLean } from "./lean-connections";

// Before any connection, also the one that only warms the browser up.
makeConnectionsLean();

/**
 * Connects at once and sends the preview's tracks beside it. Call it where the answer to "Join"
 * arrives: an effect in between would cost the first picture time.
 */
export function startCall(options: CallOptions): CallSession {
  return new CallSession(options);
}
