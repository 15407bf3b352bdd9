import type { EndReason } from "@/lib/domain/call/call-end";
import { hasAskedBack } from "@/lib/domain/room/decision";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { sayCountdown } from "@/lib/words/times";
import { isListener } from "./may-send";
import { isExcused } from "./tell-excuse";
import { isMember } from "./told";

/** The one thing to do now: what the filled button does. */
export type NextStep =
  | { does: "join"; words: JoinWords }
  | { does: "want-in"; words: "let-me-in-at" | "let-me-in-then" }
  | { does: "test-devices" | "take-over" | "follow" | "ask-to-return" | "give-name" }
  | { does: "take-back-excuse" }
  | { does: "go-to-schedule" }
  | { does: "nothing" };

type JoinWords =
  "i-am-here" | "let-me-in-when-free" | "join" | "enter" | "join-again" | "try-again";

type Facts = {
  end: EndReason | null;
  /** They have asked to be taken in by itself. */
  wantsIn: boolean;
  /** They were in the call when the page was loaded again. */
  wasInside: boolean;
  /** Camera and microphone are open, or there is none to open. */
  isTested: boolean;
  now: Date;
};

const NOTHING: NextStep = { does: "nothing" };

/** What to offer for this view. Never more than one thing. */
export function nextStep(view: Wire<RoomView>, facts: Facts): NextStep {
  const { decision } = view;
  if (isExcused(view)) return { does: "take-back-excuse" };
  if (decision.kind === "admit") return { does: "join", words: joinWords(view, facts) };
  return decision.kind === "wait" ? stepWhileWaiting(view, facts) : stepAfterRefusal(view, facts);
}

function joinWords(view: Wire<RoomView>, { end, wasInside }: Facts) {
  if (end === "lost") return "try-again";
  if (wasInside || end === "left" || end === "elsewhere") return "join-again";
  return isListener(view) ? "enter" : "join";
}

function stepWhileWaiting({ decision }: Wire<RoomView>, { wantsIn, isTested }: Facts): NextStep {
  if (decision.kind !== "wait") return NOTHING;
  switch (decision.reason) {
    case "not-ready":
      return decision.requirement === "name" ? { does: "give-name" } : NOTHING;
    case "full":
      if (decision.since === null) return { does: "join", words: "let-me-in-when-free" };
      return isTested ? NOTHING : { does: "test-devices" };
    case "not-live":
      return wantsIn ? NOTHING : { does: "want-in", words: "let-me-in-then" };
    case "in-lobby":
      return decision.since === null ? { does: "join", words: "i-am-here" } : NOTHING;
    case "elsewhere":
      return { does: "take-over" };
  }
}

function stepAfterRefusal(view: Wire<RoomView>, facts: Facts): NextStep {
  const { decision, me } = view;
  if (decision.kind !== "refuse") return NOTHING;
  if (decision.reason === "too-early") return stepWhileEarly(new Date(decision.opensAt), facts);
  if (decision.reason === "moved" && me) return { does: "follow" };
  if (decision.reason === "removed" && decision.mayAskToReturn) return { does: "ask-to-return" };
  if (hasAskedBack(decision) && !facts.wantsIn) return { does: "want-in", words: "let-me-in-then" };
  return isMember(view) ? { does: "go-to-schedule" } : NOTHING;
}

/** First the test, then, on the day itself, going in without another press. */
function stepWhileEarly(opensAt: Date, { isTested, wantsIn, now }: Facts): NextStep {
  if (!isTested) return { does: "test-devices" };
  const isNear = sayCountdown(opensAt, now) !== null;
  return wantsIn || !isNear ? NOTHING : { does: "want-in", words: "let-me-in-at" };
}
