import { isLasting } from "@/components/call/way-back";
import type { CallingView } from "@/lib/domain/calling/calling-view";
import { ENDS } from "@/lib/domain/calling/end-reason";
import type { Wire } from "@/lib/domain/room/room-view";
import type { CallEndDetails } from "@/public/calling/rostrum-calling";
import type { End } from "./media";
import type { Refused } from "./service";

/** What the room's decision means for this user inside a call; null when they may stay or wait. */
export function endOfView({ end, decision }: Wire<CallingView>): End | null {
  if (!end) return null;
  return { ...end, details: decision.kind === "refuse" ? detailsOf(decision) : null };
}

function detailsOf(decision: Extract<Wire<CallingView>["decision"], { kind: "refuse" }>) {
  const details: CallEndDetails = { reason: decision.reason };
  if (decision.reason === "too-early") return { ...details, opensAt: decision.opensAt };
  if (decision.reason === "too-late") return { ...details, closedAt: decision.closedAt };
  if (decision.reason === "ended") return { ...details, endedAt: decision.endedAt };
  return details;
}

/** How a call ends when the server says no for good; null when it may say yes later. */
export function endOfRefusal(
  { status, end, details }: Refused,
  when: "joining" | "inside",
): End | null {
  if (!isLasting(status)) return null;
  if (status === 401 && when === "inside") return { ...ENDS.tokenExpired, details: null };
  return { ...(end ?? { code: status, subCode: 0 }), details };
}
