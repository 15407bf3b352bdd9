import { isAtDoor, type Decision } from "./decision";
import type { CallFacts } from "./join-question";
import { can } from "./permissions";
import type { Role } from "./role";

/** Somebody's word that they can't come. No refusal: the decision is the same with and without it. */
export type Excuse = {
  at: Date;
  /** In their own words, for those who lead. */
  reason: string | null;
};

/** How long one may think better of it before those who lead get a mail. */
export const EXCUSE_MAIL_DELAY_MS = 2 * 60_000;

type Expected = { role: Role; decision: Decision; call: Pick<CallFacts, "insideOn"> };

/**
 * Whether somebody may say that they can't come: as long as the room expects them, they are neither
 * inside nor at the door, and it does not hang on them. Whoever leads moves it or calls it off.
 */
export function mayExcuseSelf({ role, decision, call }: Expected): boolean {
  if (can(role, "admitFromLobby") || call.insideOn !== null) return false;
  return isExpected(decision) && !isAtDoor(decision);
}

/** Whether there is still something to come to. */
export function isExpected(decision: { kind: Decision["kind"]; reason?: string }): boolean {
  return decision.kind !== "refuse" || decision.reason === "too-early";
}

/** Whether those who lead get a mail about it: for whoever would be seen or heard, not an audience. */
export function isMissed(role: Role): boolean {
  return can(role, "useMicrophone");
}

/** Whether those who lead may have got a mail about it, so that they need another one if it ends. */
export function isExcuseKnown({ at }: Excuse, now: Date): boolean {
  return now.getTime() - at.getTime() >= EXCUSE_MAIL_DELAY_MS;
}
