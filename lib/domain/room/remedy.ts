import type { Decision, RefusalReason, WaitReason } from "./decision";

/** What staff can press so that somebody gets in. */
export const REMEDIES = [
  "add",
  "let-return",
  "admit",
  "move",
  "plan-again",
  "go-live",
  "edit",
] as const;

export type Remedy = (typeof REMEDIES)[number];

/** What helps against each answer; null where only the person or the clock can help. */
const REMEDY_FOR = {
  "room-not-found": null,
  cancelled: "plan-again",
  moved: null,
  "not-invited": "add",
  removed: "let-return",
  "too-late": "plan-again",
  ended: "plan-again",
  "too-early": "move",
  "not-ready": null,
  full: "edit",
  "not-live": "go-live",
  "in-lobby": "admit",
  elsewhere: null,
} as const satisfies Record<RefusalReason | WaitReason, Remedy | null>;

/** The one thing that would let a seat in that got this answer; null when nothing is in the way. */
export function remedyFor(decision: Decision): Remedy | null {
  return decision.kind === "admit" ? null : REMEDY_FOR[decision.reason];
}
