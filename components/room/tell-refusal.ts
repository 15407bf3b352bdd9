import { hasAskedBack, type Decision } from "@/lib/domain/room/decision";
import type { Wire } from "@/lib/domain/room/room-view";
import { isSameDay, sayCountdown, sayDayAndTime, sayWhen, sayWindow } from "@/lib/words/times";
import { isListener } from "./may-send";
import type { About, Refused, SayRoom, Told } from "./told";

/** What the page says when the room refuses. */
export function tellRefusal(
  decision: Extract<Wire<Decision>, { kind: "refuse" }>,
  about: About,
): Told {
  switch (decision.reason) {
    case "room-not-found":
      return tellUnknown(about.say);
    case "cancelled":
      return tellCancelled(decision, about);
    case "moved":
      return tellMoved(decision, about);
    case "not-invited":
      return tellNotInvited(about);
    case "removed":
      return tellRemoved(decision, about);
    case "too-late":
      return tellTooLate(decision, about);
    case "ended":
      return tellEnded(decision, about);
    case "too-early":
      return tellTooEarly(decision, about);
  }
}

/** There is no such room. */
export function tellUnknown(say: SayRoom): Told {
  return {
    mark: "stop",
    headline: say("not-found"),
    lines: [say("not-found-why"), say("not-found-next")],
  };
}

function tellCancelled({ at, why }: Refused<"cancelled">, { say, reader, now }: About): Told {
  return {
    mark: "stop",
    headline: say("cancelled"),
    lines: [
      say("cancelled-why", { when: sayDayAndTime(new Date(at), reader, now) }),
      ...(why ? [say("reason-given", { reason: why })] : []),
      say("cancelled-next"),
    ],
  };
}

function tellMoved({ to }: Refused<"moved">, { say, reader, now, view }: About): Told {
  const when = sayDayAndTime(new Date(to.opensAt), reader, now);
  return {
    mark: "soon",
    headline: say("moved"),
    lines: [say("moved-why", { when }), ...(view.me ? [say("moved-next")] : [])],
  };
}

function tellNotInvited({ say, view: { linkOwner } }: About): Told {
  return {
    mark: "stop",
    headline: linkOwner ? say("not-invited-link", { owner: linkOwner }) : say("not-invited"),
    lines: [say(linkOwner ? "not-invited-link-why" : "not-invited-why"), say("not-invited-next")],
  };
}

function tellRemoved(decision: Refused<"removed">, about: About): Told {
  const { say, reader, now, wantsIn } = about;
  const { removal, mayAskToReturn, overSince } = decision;
  const when = sayWhen(new Date(removal.at), reader, now);
  const ended = overSince && sayWhen(new Date(overSince), reader, now);
  return {
    mark: hasAskedBack(decision) ? "soon" : "stop",
    headline: say("removed"),
    lines: [
      say("removed-why", { by: removal.byRole ?? "none", when }),
      removal.reason ? say("reason-given", { reason: removal.reason }) : say("removed-no-reason"),
      ended
        ? say("removed-over", { when: ended })
        : say(mayAskToReturn ? "removed-next" : wantsIn ? "removed-asked" : "removed-not-now"),
    ],
  };
}

function tellTooLate(decision: Refused<"too-late">, { say, reader, now, room }: About): Told {
  const closedAt = new Date(decision.closedAt);
  const window = sayWindow(new Date(room?.opensAt ?? closedAt), closedAt, reader, now);
  const when = sayWhen(closedAt, reader, now);
  return {
    mark: "quiet",
    headline: say("too-late"),
    lines: decision.wasAdmitted
      ? [say("took-place", { window }), say("took-place-next")]
      : [say("missed", { when }), say("missed-next")],
  };
}

function tellEnded({ endedAt }: Refused<"ended">, { say, reader, now }: About): Told {
  const when = sayWhen(new Date(endedAt), reader, now);
  return {
    mark: "quiet",
    headline: say("ended"),
    lines: [say("ended-why", { when }), say("ended-next")],
  };
}

function tellTooEarly({ opensAt }: Refused<"too-early">, about: About): Told {
  const { say, reader, now, view, wantsIn } = about;
  const opens = new Date(opensAt);
  const when = sayWhen(opens, reader, now);
  const countdown = sayCountdown(opens, now);
  const next = isListener(view) ? "too-early-next-listener" : "too-early-next";
  return {
    mark: "soon",
    headline: say(isSameDay(opens, now, reader) ? "too-early" : "too-early-day", { when }),
    countdown: countdown && say("countdown", { countdown }),
    lines: wantsIn ? [say("too-early-wanted", { when })] : [say("too-early-why"), say(next)],
  };
}
