import { SOURCES, type MediaGrant } from "@/lib/domain/call/media-grant";
import type { Decision } from "@/lib/domain/room/decision";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type Outlook = {
  decision: Decision;
  isInside: boolean;
  /** Whether this seat waits to be let in once the doors are open. */
  waitsInLobby: boolean;
};

/** What the room answers a seat now, in words: "can come in at 13:45". */
export function sayOutlook(outlook: Outlook, reader: Reader, now: Date): string {
  const { decision, isInside, waitsInLobby } = outlook;
  const say = words("rooms");
  if (decision.kind === "admit") return say(isInside ? "outlook-inside" : "outlook-admit");
  switch (decision.reason) {
    case "too-early": {
      const when = sayWhen(decision.opensAt, reader, now);
      return say(waitsInLobby ? "outlook-too-early-lobby" : "outlook-too-early", { when });
    }
    case "in-lobby":
      return decision.since
        ? say("outlook-waiting", { when: sayWhen(decision.since, reader, now) })
        : say("outlook-in-lobby");
    case "removed": {
      const { reason } = decision.removal;
      return reason ? say("outlook-removed-reason", { reason }) : say("outlook-removed");
    }
    default:
      return say(`outlook-${decision.reason}`);
  }
}

/** The same for a moment that is asked about: whoever comes in is told with what. */
export function sayEntry(outlook: Outlook, reader: Reader, at: Date): string {
  const { decision } = outlook;
  return decision.kind === "admit" ? sayRights(decision.grant) : sayOutlook(outlook, reader, at);
}

function sayRights(grant: MediaGrant): string {
  const say = words("rooms");
  const sources = SOURCES.filter((source) => grant[source]).map((source) => say(`with-${source}`));
  if (sources.length === 0) return say("entry-listens");
  return say("entry-with", { rights: sources.join(", ") });
}

/** The colour that goes with the words. */
export function outlookTone({ decision, isInside }: Outlook): "open" | "soon" | "stop" | "quiet" {
  if (decision.kind === "admit") return "open";
  if (decision.kind === "wait") return isInside ? "open" : "soon";
  return decision.reason === "too-early" ? "quiet" : "stop";
}
