import type { Decision } from "@/lib/domain/room/decision";
import type { Wire } from "@/lib/domain/room/room-view";
import { isSameDay, minutesBetween, sayCountdown, sayTime, sayWhen } from "@/lib/words/times";
import type { About, Told, Waits } from "./told";

/** What the page says while the room lets somebody wait. */
export function tellWait(decision: Extract<Wire<Decision>, { kind: "wait" }>, about: About): Told {
  switch (decision.reason) {
    case "not-ready":
      return tellNotReady(decision, about);
    case "full":
      return tellFull(decision, about);
    case "not-live":
      return tellNotLive(decision, about);
    case "in-lobby":
      return decision.since === null ? tellReady(about) : tellWaiting(decision.since, about);
    case "elsewhere":
      return tellElsewhere(about);
  }
}

function tellNotReady({ requirement }: Waits<"not-ready">, about: About): Told {
  const { say, reader, now, room } = about;
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

function tellFull({ seatLimit }: Waits<"full">, { say, wantsIn }: About): Told {
  return {
    mark: "soon",
    headline: say("full"),
    lines: [say("full-why", { count: seatLimit }), say(wantsIn ? "full-wanted" : "full-next")],
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

/** "Dr Amara Okafor or Dr Jonas Lind". */
function whoAdmits({ say, reader, room }: About): string {
  const { hosts, kind } = room;
  if (hosts.length === 0) return say("Someone-in-charge", { kind });
  return new Intl.ListFormat(reader.language, { type: "disjunction" }).format(hosts);
}

function tellReady(about: About): Told {
  const { say } = about;
  return {
    mark: "open",
    headline: say("in-lobby"),
    lines: [say("in-lobby-why", { who: whoAdmits(about) }), say("in-lobby-next")],
  };
}

function tellWaiting(since: string, about: About): Told {
  const { say, reader, now } = about;
  const from = new Date(since);
  const minutes = minutesBetween(from, now);
  return {
    mark: "soon",
    headline: say("waiting", { who: whoAdmits(about) }),
    lines: [say("waiting-why", { since: sayTime(from, reader), minutes }), say("waiting-next")],
  };
}

function tellElsewhere({ say }: About): Told {
  return {
    mark: "soon",
    headline: say("elsewhere"),
    lines: [say("elsewhere-why"), say("elsewhere-next")],
  };
}
