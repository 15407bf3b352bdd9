import type { Decision, Refusal, RefusalReason } from "@/lib/domain/room/decision";

/**
 * Why a call could not be joined or is over, in the numbers of ACS's Calling SDK: a code like HTTP's
 * (0 for an ordinary end) and a sub-code. Source of the numbers: "Calling End codes and subcodes" in
 * ACS's troubleshooting guide; 5732 is the UI Library's.
 */
export type EndReason = { code: number; subCode: number };

/** The ends that no decision tells. */
export const ENDS = {
  /** They hung up. */
  left: { code: 0, subCode: 0 },
  /** Their page went away. */
  pageGone: { code: 0, subCode: 4521 },
  /** Their seat came in with another device. */
  elsewhere: { code: 487, subCode: 10003 },
  /** The connection was lost and could not be brought back. */
  lost: { code: 410, subCode: 3101 },
  /** The connection could not be made in the first place. */
  unreachable: { code: 410, subCode: 3100 },
  /** Their token proves nobody, when they join. */
  unknownUser: { code: 401, subCode: 10009 },
  /** Their token is not good any more, in a call. */
  tokenExpired: { code: 495, subCode: 4507 },
  /** They are no user of communication services, or their token is not for calls. */
  notForCalls: { code: 403, subCode: 5830 },
} as const satisfies Record<string, EndReason>;

const NOT_FOUND: EndReason = { code: 404, subCode: 5732 };
const NOT_INVITED: EndReason = { code: 403, subCode: 5828 };
const NOT_NOW: EndReason = { code: 403, subCode: 5829 };
const ENDED_FOR_ALL: EndReason = { code: 0, subCode: 4097 };
const TAKEN_OFF_ROSTER: EndReason = { code: 0, subCode: 5317 };
const PUT_OUT: EndReason = { code: 0, subCode: 5300 };

const AT_THE_DOOR: Record<RefusalReason, EndReason> = {
  "room-not-found": NOT_FOUND,
  cancelled: NOT_NOW,
  moved: NOT_NOW,
  "not-invited": NOT_INVITED,
  removed: NOT_INVITED,
  "too-late": NOT_NOW,
  ended: NOT_NOW,
  "too-early": NOT_NOW,
};

/** What ACS's clients are told when they may not join; null when they may, or have to wait. */
export function refusalOf(decision: Decision): EndReason | null {
  return decision.kind === "refuse" ? AT_THE_DOOR[decision.reason] : null;
}

/**
 * What a decision means for somebody inside; null when they may stay, or go back to waiting.
 *
 * ACS does not say what becomes of a running call when its room is deleted or its window closes. We
 * end it, and say the first as an end for everyone and the second as joining at that time is refused.
 */
export function endInCall(decision: Decision): EndReason | null {
  if (decision.kind === "admit") return null;
  if (decision.kind === "wait") return decision.reason === "elsewhere" ? ENDS.elsewhere : null;
  return endByRefusal(decision);
}

function endByRefusal(refusal: Refusal): EndReason {
  switch (refusal.reason) {
    case "room-not-found":
      return NOT_FOUND;
    case "cancelled":
    case "moved":
    case "ended":
      return ENDED_FOR_ALL;
    case "not-invited":
      return TAKEN_OFF_ROSTER;
    case "removed":
      // A presenter's doing in the call has their role; the roster's has none.
      return refusal.removal.byRole === null ? TAKEN_OFF_ROSTER : PUT_OUT;
    case "too-late":
    case "too-early":
      return NOT_NOW;
  }
}
