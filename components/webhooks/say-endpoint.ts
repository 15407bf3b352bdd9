import type { Tone } from "@/components/ui/notice";
import type { OffReason } from "@/lib/domain/webhook/after-attempt";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

export type EndpointView = {
  id: string;
  url: string;
  events: readonly string[];
  failingSince: Date | null;
  off: { since: Date; reason: OffReason } | null;
  oldSecretUntil: Date | null;
};

/** How an endpoint is doing, in a few words and their tone. */
export function sayEndpointState(
  { off, failingSince }: EndpointView,
  reader: Reader,
  now: Date,
): { text: string; tone: Tone } {
  const say = words("webhooks");
  if (off) {
    const tone = off.reason === "by-hand" ? "quiet" : "stop";
    return { text: say(`off-${off.reason}`, { when: sayWhen(off.since, reader, now) }), tone };
  }
  if (!failingSince) return { text: say("on"), tone: "open" };
  return { text: say("failing", { when: sayWhen(failingSince, reader, now) }), tone: "soon" };
}

/** How much an endpoint is told. */
export function sayEvents(events: readonly string[]): string {
  const say = words("webhooks");
  return events.length === 0 ? say("all-events") : say("some-events", { count: events.length });
}
