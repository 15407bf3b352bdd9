import type { MediaGrant } from "@/lib/domain/call/media-grant";
import type { Removal, Requirement } from "./join-question";

export type Refusal =
  | { reason: "room-not-found" }
  | { reason: "cancelled"; at: Date; why: string | null }
  | { reason: "moved"; to: { roomId: string; opensAt: Date } }
  /** `linkRevokedAt` is set for a device whose own link was taken back: until then it was in by right. */
  | { reason: "not-invited"; linkRevokedAt?: Date }
  /** `overSince` is when there was nothing left to return to; null while there is. */
  | { reason: "removed"; removal: Removal; mayAskToReturn: boolean; overSince: Date | null }
  | { reason: "too-late"; closedAt: Date; wasAdmitted: boolean }
  | { reason: "ended"; endedAt: Date }
  | { reason: "too-early"; opensAt: Date };

export type Waiting =
  | { reason: "not-ready"; requirement: Requirement }
  /**
   * `ahead` of them wait for a place, too; `since` is when they came to the line, null before.
   * `mayChangeAt` is the next instant at which time alone may change this, null when it can't.
   */
  | {
      reason: "full";
      seatLimit: number;
      ahead: number;
      since: Date | null;
      mayChangeAt: Date | null;
    }
  | { reason: "not-live"; opensAt: Date }
  | { reason: "in-lobby"; since: Date | null }
  | { reason: "elsewhere" };

export type Decision =
  | ({ kind: "refuse" } & Refusal)
  | ({ kind: "wait" } & Waiting)
  | { kind: "admit"; grant: MediaGrant; until: Date };

export type RefusalReason = Refusal["reason"];
export type WaitReason = Waiting["reason"];

/** Whether somebody has said that they are here, and waits in the lobby or in line for a place. */
export function isAtDoor(decision: {
  kind: Decision["kind"];
  reason?: string;
  since?: Date | string | null;
}): boolean {
  const { kind, reason, since } = decision;
  return kind === "wait" && (reason === "in-lobby" || reason === "full") && Boolean(since);
}

/** Whether every place is taken, as far as they are concerned: in line for one, or not yet. */
export function isFull<Made extends { kind: Decision["kind"]; reason?: string }>(
  decision: Made,
): decision is Extract<Made, { reason: "full" }> {
  return decision.kind === "wait" && decision.reason === "full";
}

/** Whether somebody waits in the lobby to be let in. */
export function isInLobby(decision: Decision): boolean {
  return decision.kind === "wait" && decision.reason === "in-lobby" && decision.since !== null;
}

/** Whether somebody who was removed has asked to come back, while there is something to come back to. */
export function hasAskedBack(decision: {
  kind: Decision["kind"];
  reason?: string;
  mayAskToReturn?: boolean;
  overSince?: Date | string | null;
}): boolean {
  const { kind, reason, mayAskToReturn, overSince } = decision;
  return kind === "refuse" && reason === "removed" && !mayAskToReturn && overSince === null;
}
