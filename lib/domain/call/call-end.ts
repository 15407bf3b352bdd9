import type { Decision } from "@/lib/domain/room/decision";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";

/** Why somebody is no longer in a call. */
export type EndReason =
  /** They pressed Leave. */
  | "left"
  | "removed"
  /** A presenter ended it for everyone. */
  | "ended"
  | "window-over"
  /** The same seat came in with another tab or device. */
  | "elsewhere"
  /** The connection could not be brought back. */
  | "lost"
  /** Anything else: the view's decision says it. */
  | "decided";

/** The end of somebody's part in a call, with the newest view when one is known. */
export type CallEnd = { reason: EndReason; view: Wire<RoomView> | null };

const END_OF_REFUSAL: Partial<Record<string, EndReason>> = {
  removed: "removed",
  ended: "ended",
  "too-late": "window-over",
};

/** What a decision means for somebody inside; null when they may stay. */
export function endOf(decision: Wire<Decision>): EndReason | null {
  if (decision.kind === "admit") return null;
  if (decision.kind === "wait") return decision.reason === "elsewhere" ? "elsewhere" : "decided";
  return END_OF_REFUSAL[decision.reason] ?? "decided";
}
