import { SOURCES, type MediaGrant } from "@/lib/domain/call/media-grant";
import type { Decision } from "@/lib/domain/room/decision";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type Outlook = {
  decision: Decision;
  isInside: boolean;
  /** Whether this seat waits to be let in once the doors are open. */
  waitsInLobby: boolean;
  /** Whether no link of theirs works and they have no other way in. */
  isLockedOut?: boolean;
};

/** What the room answers a seat now, in words: "can come in at 13:45". */
export function sayOutlook(outlook: Outlook, reader: Reader, now: Date): string {
  const { decision, isInside, waitsInLobby } = outlook;
  const say = words("rooms");
  if (lacksLink(outlook)) return say("outlook-no-link");
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
    case "full":
      return decision.since
        ? say("outlook-in-line", { place: decision.ahead + 1 })
        : say("outlook-full");
    case "removed": {
      const { reason } = decision.removal;
      return reason ? say("outlook-removed-reason", { reason }) : say("outlook-removed");
    }
    default:
      return say(`outlook-${decision.reason}`);
  }
}

/** Whether they could come, now or later, if only they had a link that works. */
export function lacksLink({ decision, isInside, isLockedOut = false }: Outlook): boolean {
  const isRefused = decision.kind === "refuse" && decision.reason !== "too-early";
  return isLockedOut && !isInside && !isRefused;
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
export function outlookTone(outlook: Outlook): "open" | "soon" | "stop" | "quiet" {
  const { decision, isInside } = outlook;
  if (lacksLink(outlook)) return "stop";
  if (decision.kind === "admit") return "open";
  if (decision.kind === "wait") return isInside ? "open" : "soon";
  return decision.reason === "too-early" ? "quiet" : "stop";
}
