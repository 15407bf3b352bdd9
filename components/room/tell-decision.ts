import type { EndReason } from "@/lib/domain/call/call-end";
import { isFull } from "@/lib/domain/room/decision";
import { othersInside, type RoomView, type Wire } from "@/lib/domain/room/room-view";
import { sayCountdown, sayWhen } from "@/lib/words/times";
import { isListener } from "./may-send";
import { tellRefusal, tellUnknown } from "./tell-refusal";
import { tellWait } from "./tell-wait";
import { tellerOf, tellStart, type About, type Room, type Teller, type Told } from "./told";

/** What the page says about the room's decision for this reader. */
export function tellDecision(view: Wire<RoomView>, teller: Teller): Told {
  const { decision, room } = view;
  const about = tellerOf(view, teller);
  if (decision.kind === "refuse") return tellRefusal(decision, about);
  if (!room) return tellUnknown(teller.say);
  if (decision.kind === "wait") return tellWait(decision, about, room);
  return tellKeptPlace(about) ?? tellAdmit(about, room);
}

/** They were in the full room a moment ago and have their place for a moment more; null otherwise. */
function tellKeptPlace({ say, now, view }: About): Told | null {
  const countdown = view.me?.placeUntil && sayCountdown(new Date(view.me.placeUntil), now);
  if (!countdown) return null;
  return {
    mark: "soon",
    headline: say("place-kept"),
    countdown: say("place-kept-for", { countdown }),
    lines: [say("place-kept-why"), say(isListener(view) ? "admit-next-listener" : "admit-next")],
  };
}

function tellAdmit(about: About, room: Room): Told {
  const { say, reader, now, view, wasInside } = about;
  const names = (people: { name: string }[]) => ({
    count: people.length,
    names: new Intl.ListFormat(reader.language).format(people.map(({ name }) => name)),
  });
  const inside = othersInside(view);
  const isLive = room.kind === "webinar" && room.isLive;
  const start = isLive ? null : tellStart(about, room);
  const stateWord = isLive ? "admit-live" : start ? "ahead" : "admit";
  return {
    mark: "open",
    headline: say(wasInside ? "reloaded" : stateWord),
    lines: [
      ...(wasInside ? [say("reloaded-why")] : []),
      ...(start ? [start] : []),
      say("admit-why", { closesAt: sayWhen(new Date(room.closesAt), reader, now) }),
      ...(view.lobby.length > 0 ? [say("people-waiting", names(view.lobby))] : []),
      ...(inside.length > 0 ? [say("people-inside", names(inside))] : []),
      say(nextWord(about)),
    ],
  };
}

function nextWord({ view, wasInside }: About) {
  if (isListener(view)) return "admit-next-listener";
  return wasInside ? "reloaded-next" : "admit-next";
}

/** Ends that have words of their own while the room would still let them in. */
const END_WORDS = {
  left: "left",
  lost: "lost",
  elsewhere: "moved-away",
} as const satisfies Partial<Record<EndReason, string>>;

/**
 * What the page says after a call; null when the room's decision says it all: it refuses, or they
 * wait for something.
 */
export function tellEnd(end: EndReason | null, view: Wire<RoomView>, teller: Teller): Told | null {
  const { room, decision } = view;
  const isKnown = end === "left" || end === "lost" || end === "elsewhere";
  if (!room || !isKnown || decision.kind === "refuse") return null;
  const { say, reader, now } = tellerOf(view, teller);
  const words = END_WORDS[end];
  const closesAt = sayWhen(new Date(room.closesAt), reader, now);
  const isGivenUp = end === "left" && isFull(decision);
  return {
    mark: end === "lost" ? "stop" : "quiet",
    headline: say(words),
    lines: [
      isGivenUp ? say("left-full") : say(`${words}-why`, { closesAt }),
      say(words === "moved-away" ? "elsewhere-next" : `${words}-next`),
    ],
  };
}

/** They were let in and go in by themselves in a moment. */
export function tellGoingIn(view: Wire<RoomView>, { say }: Teller): Told {
  return {
    mark: "open",
    headline: say("going-in"),
    lines: [say(isListener(view) ? "going-in-listener" : "going-in-why")],
  };
}

/** Said to whoever was in the call and waits in the lobby again; null for everybody else. */
export function tellSentBack(view: Wire<RoomView>, teller: Teller): string | null {
  const { decision } = view;
  const waits = decision.kind === "wait" && decision.reason === "in-lobby";
  return waits ? tellerOf(view, teller).say("sent-back") : null;
}
