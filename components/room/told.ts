import type { Decision } from "@/lib/domain/room/decision";
import { can } from "@/lib/domain/room/permissions";
import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { room as english } from "@/lib/words/en/room";
import type { Say } from "@/lib/words/say";
import { sayWhen, type Reader } from "@/lib/words/times";

type View = Wire<RoomView>;

export type Room = NonNullable<View["room"]>;

export type SayRoom = Say<keyof typeof english>;

/** A colour with its shape: both say the same. */
export type Mark = "open" | "soon" | "stop" | "quiet";

/** A state in words: what is so, then why or until when, then what to do now. */
export type Told = {
  mark: Mark;
  headline: string;
  /** Ticks beside the headline and is not read out each time. */
  countdown?: string | null;
  lines: string[];
};

export type Teller = {
  say: SayRoom;
  reader: Reader;
  now: Date;
  wantsIn: boolean;
  wasInside: boolean;
  hasStopped: boolean;
};

/** What every sentence may use; `say` fills in the room's own words. */
export type About = Teller & { view: View; room: Room | null };

export type Refused<Reason> = Extract<Wire<Decision>, { kind: "refuse"; reason: Reason }>;

export type Waits<Reason> = Extract<Wire<Decision>, { kind: "wait"; reason: Reason }>;

/**
 * A teller who knows the room: `{thing}`, `{kind}`, `{organization}` and `{Someone}` are filled in,
 * with words that fit anything for a reader who may not know which room it is. `{to}` is `staff` for
 * whoever leads or is signed in as a member, and `guest` for everybody else.
 */
export function tellerOf(view: View, teller: Teller): About {
  const { room, me } = view;
  const kind = room?.kind ?? "unknown";
  const words = {
    kind,
    organization: room?.organizationName ?? teller.say("inviter"),
    to: me && (isMember(view) || can(me.role, "endForEveryone")) ? "staff" : "guest",
    thing: teller.say("thing", { kind }),
    Someone: teller.say("Someone-in-charge", { kind }),
  };
  return { ...teller, view, room, say: (key, values) => teller.say(key, { ...words, ...values }) };
}

/** When it starts, for whoever may come in ahead of that; null once it has. */
export function tellStart({ say, reader, now }: About, { opensAt }: Room): string | null {
  const starts = new Date(opensAt);
  return now < starts ? say("ahead-why", { when: sayWhen(starts, reader, now) }) : null;
}

/** Has come as a signed-in member of the staff, who has a schedule to go back to. */
export function isMember({ me }: View): boolean {
  return me !== null && !me.byLink;
}
