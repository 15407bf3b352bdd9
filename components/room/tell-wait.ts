import type { Decision } from "@/lib/domain/room/decision";
import type { Wire } from "@/lib/domain/room/room-view";
import { isSameDay, minutesBetween, sayCountdown, sayTime, sayWhen } from "@/lib/words/times";
import { tellStart, type About, type Room, type Told, type Waits } from "./told";

/** What the page says while the room lets somebody wait. */
export function tellWait(
  decision: Extract<Wire<Decision>, { kind: "wait" }>,
  about: About,
  room: Room,
): Told {
  switch (decision.reason) {
    case "not-ready":
      return tellNotReady(decision, about, room);
    case "full":
      return tellFull(decision, about);
    case "not-live":
      return tellNotLive(decision, about);
    case "in-lobby":
      return tellLobby(decision, about, room);
    case "elsewhere":
      return tellElsewhere(about);
  }
}

function tellNotReady(
  { requirement }: Waits<"not-ready">,
  { say, reader, now }: About,
  room: Room,
): Told {
  if (requirement === "name") {
    const closesAt = sayWhen(new Date(room.closesAt), reader, now);
    return {
      mark: "open",
      headline: say("not-ready-name"),
      lines: [say("not-ready-name-why", { closesAt })],
    };
  }
  return {
    mark: "soon",
    headline: say(`not-ready-${requirement}`),
    lines: [say("not-ready-why"), say("not-ready-next")],
  };
}

function tellFull({ seatLimit, ahead, since }: Waits<"full">, { say }: About): Told {
  if (since === null) {
    return {
      mark: "soon",
      headline: say("full"),
      lines: [
        `${say("full-why", { count: seatLimit })} ${say("full-ahead", { ahead })}`,
        say("full-next"),
      ],
    };
  }
  return {
    mark: "soon",
    headline: say("in-line", { ahead, place: ahead + 1 }),
    lines: [say("in-line-why", { ahead }), say("in-line-next")],
  };
}

function tellNotLive({ opensAt }: Waits<"not-live">, about: About): Told {
  const { say, reader, now, wantsIn } = about;
  const starts = new Date(opensAt);
  const when = sayWhen(starts, reader, now);
  const countdown = sayCountdown(starts, now);
  const coming = isSameDay(starts, now, reader) ? "not-live" : "not-live-day";
  return {
    mark: "soon",
    headline: say(starts <= now ? "not-live-late" : coming, { when }),
    countdown: countdown && say("countdown", { countdown }),
    lines: [say("not-live-why"), say(wantsIn ? "not-live-wanted" : "not-live-next")],
  };
}

function tellLobby({ since }: Waits<"in-lobby">, about: About, room: Room): Told {
  const { say, reader, now } = about;
  const { hosts, kind } = room;
  const anyOf = new Intl.ListFormat(reader.language, { type: "disjunction" });
  const who = hosts.length > 0 ? anyOf.format(hosts) : say("Someone-in-charge", { kind });
  const start = tellStart(about, room);
  if (since === null) {
    const word = about.hasStopped ? "stopped-waiting" : "in-lobby";
    return {
      mark: about.hasStopped ? "quiet" : "open",
      headline: say(start && !about.hasStopped ? "ahead" : word),
      lines: [...(start ? [start] : []), say(`${word}-why`, { who }), say(`${word}-next`)],
    };
  }
  const from = new Date(since);
  const minutes = minutesBetween(from, now);
  return {
    mark: "soon",
    headline: say("waiting", { who }),
    lines: [
      say("waiting-why", { since: sayTime(from, reader), minutes }),
      ...(start ? [start] : []),
      say("waiting-next"),
    ],
  };
}

function tellElsewhere({ say }: About): Told {
  return {
    mark: "soon",
    headline: say("elsewhere"),
    lines: [say("elsewhere-why"), say("elsewhere-next")],
  };
}
