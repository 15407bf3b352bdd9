import type { Metadata } from "next";
import Link from "next/link";
import { PlanForm } from "@/components/rooms/plan-form";
import { listTimeZones, parseTimeZone } from "@/lib/domain/calendar/time-zone";
import { toWallTime } from "@/lib/domain/calendar/wall-time";
import { ROOM_DEFAULTS } from "@/lib/domain/room/room-defaults";
import { ROOM_KINDS, type RoomKind } from "@/lib/domain/room/room-kind";
import { getPlanningFacts } from "@/lib/operations/rooms/get-planning-facts";
import { loadPage } from "@/lib/web/load-page";
import { messagesOf, words } from "@/lib/words/words";
import { createRoomAction } from "./actions";

const say = words("rooms");
const QUARTER_MS = 15 * 60_000;

export const metadata: Metadata = { title: say("plan-title") };

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

export default async function NewRoomPage({ searchParams }: Props) {
  const asked = (await searchParams).kind;
  const { facts, personId, now } = await loadPage(async (ctx) => ({
    facts: await getPlanningFacts(ctx),
    personId: ctx.actor.personId,
    now: ctx.now,
  }));
  const kind = ROOM_KINDS.find((each) => each === asked) ?? facts.usualKind;
  const timeZone = parseTimeZone(facts.timeZone) ?? "UTC";
  return (
    <div className="flex flex-col gap-6">
      <h1 className="text-2xl font-bold">{say("new-title", { thing: say("thing", { kind }) })}</h1>
      <KindLinks kind={kind} />
      <PlanForm
        key={kind}
        action={createRoomAction}
        messages={messagesOf("roomForm")}
        kind={kind}
        defaults={{ ...defaultsOf(kind, timeZone, now), leaderId: personId }}
        leaders={facts.leaders.map((leader) => ({ personId: leader.personId, name: leader.name }))}
        timeZones={[...new Set([timeZone, ...listTimeZones()])]}
      />
    </div>
  );
}

/** What it is decides what the form starts with, so each kind has an address. */
function KindLinks({ kind }: { kind: RoomKind }) {
  return (
    <nav aria-label={say("kinds")} className="flex flex-wrap gap-2">
      {ROOM_KINDS.map((each) => (
        <Link
          key={each}
          href={`/rooms/new?kind=${each}`}
          aria-current={each === kind ? "page" : undefined}
          className="inline-flex target items-center rounded border border-line bg-surface px-4 font-semibold text-quiet hover:border-ink hover:text-ink aria-[current=page]:border-2 aria-[current=page]:border-accent aria-[current=page]:text-ink"
        >
          {say("Thing", { kind: each })}
        </Link>
      ))}
    </nav>
  );
}

/** The next quarter of an hour, and what is usual for the kind. */
function defaultsOf(kind: RoomKind, timeZone: string, now: Date): Record<string, string> {
  const { lengthMinutes, access, lobby, leadMinutes } = ROOM_DEFAULTS[kind];
  const start = new Date(Math.ceil(now.getTime() / QUARTER_MS) * QUARTER_MS);
  return {
    ...toWallTime(start, timeZone),
    lengthMinutes: String(lengthMinutes),
    timeZone,
    access,
    ...(lobby && { lobby: "on" }),
    presenterLead: String(leadMinutes.presenter),
    collaboratorLead: String(leadMinutes.collaborator),
    attendeeLead: String(leadMinutes.attendee),
    consumerLead: String(leadMinutes.consumer),
  };
}
