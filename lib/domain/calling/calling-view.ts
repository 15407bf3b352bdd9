import type { Decision } from "@/lib/domain/room/decision";
import type { Role } from "@/lib/domain/room/role";
import { endInCall, type EndReason } from "./end-reason";
import type { RoomView } from "@/lib/domain/room/room-view";

/** Somebody in a call, as the pages of a program know them. */
export type CallingPerson = {
  seatId: string;
  /** Of ACS's form; what the program knows them by. */
  rawId: string;
  name: string;
  role: Role;
};

/** What the page of a program learns of a room for its user, and nothing else. */
export type CallingView = {
  decision: Decision;
  /** What the decision means for somebody inside; null when they may stay or wait again. */
  end: EndReason | null;
  me: (CallingPerson & { withheld: string[] }) | null;
  /** Whom this user may know of in the call, themselves among them. */
  people: CallingPerson[];
  serverNow: Date;
};

/** The answer to joining for somebody who is not refused: they come in, or wait. */
export type CallingAnswer = {
  view: CallingView;
  entry: { ticket: string; callName: string } | null;
};

/** A room as its page would draw it, in a program's terms. `rawIdOf` knows everybody who is in the view. */
export function toCallingView(
  { decision: decided, me, people, serverNow }: RoomView,
  rawIdOf: (seatId: string) => string,
): CallingView {
  const decision = me ? decided : asUninvited(decided);
  return {
    decision,
    end: endInCall(decision),
    me: me && {
      ...{ seatId: me.seatId, rawId: rawIdOf(me.seatId), name: me.name, role: me.role },
      withheld: me.withheld,
    },
    people: people.map(({ seatId, name, role }) => ({
      ...{ seatId, name, role },
      rawId: rawIdOf(seatId),
    })),
    serverNow,
  };
}

/** A user has a seat when they join, or gets none: they are never asked for a name. */
function asUninvited(decision: Decision): Decision {
  return decision.kind === "refuse" ? decision : { kind: "refuse", reason: "not-invited" };
}
