import type { Metadata } from "next";
import { RoomList } from "@/components/rooms/room-list";
import { SchedulePages, ScheduleSearch, ScheduleTabs } from "@/components/rooms/schedule-controls";
import { SeeAnew } from "@/components/rooms/see-anew";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { scheduleQuery, writePlace } from "@/lib/domain/room/schedule-query";
import { getPlanningFacts } from "@/lib/operations/rooms/get-planning-facts";
import { listRooms } from "@/lib/operations/rooms/list-rooms";
import { loadPage } from "@/lib/web/load-page";
import { memberReader } from "@/lib/web/member-reader";
import { words } from "@/lib/words/words";

const say = words("rooms");

export const metadata: Metadata = { title: say("schedule") };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SchedulePage({ searchParams }: Props) {
  const asked = scheduleQuery.parse(await searchParams);
  const { page, facts, now } = await loadPage(async (ctx) => ({
    page: await listRooms(ctx, asked),
    facts: await getPlanningFacts(ctx),
    now: ctx.now,
  }));
  const { tab, search } = asked;
  const thing = say("thing", { kind: facts.usualKind });
  return (
    <div className="flex flex-col gap-6">
      <SeeAnew />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-2xl font-bold">{say("schedule")}</h1>
        <ButtonLink href="/rooms/new" variant="filled">
          {say("plan", { thing })}
        </ButtonLink>
      </div>
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <ScheduleTabs tab={tab} search={search} />
        <ScheduleSearch tab={tab} search={search} />
      </div>
      {search && <p className="text-quiet">{say("search-found", { search })}</p>}
      {page.rooms.length === 0 ? (
        <NothingHere tab={tab} search={search} isFirst={!asked.beyond} thing={thing} />
      ) : (
        <RoomList rooms={page.rooms} reader={await memberReader()} now={now} />
      )}
      <SchedulePages
        tab={tab}
        search={search}
        earlier={page.earlier && writePlace(page.earlier)}
        later={page.later && writePlace(page.later)}
      />
    </div>
  );
}

type NothingProps = {
  tab: "coming" | "past";
  search: string | null;
  isFirst: boolean;
  thing: string;
};

/** What will stand here, and the first step. */
function NothingHere({ tab, search, isFirst, thing }: NothingProps) {
  if (!isFirst) {
    const back = <ButtonLink href="/rooms">{say("to-schedule")}</ButtonLink>;
    return <EmptyState title={say("empty-page")} action={back} />;
  }
  if (search) {
    const all = tab === "past" ? "/rooms?tab=past" : "/rooms";
    const action = <ButtonLink href={all}>{say("search-clear")}</ButtonLink>;
    return (
      <EmptyState title={say("empty-search", { search })} action={action}>
        {say("empty-search-why")}
      </EmptyState>
    );
  }
  const action = <ButtonLink href="/rooms/new">{say("plan", { thing })}</ButtonLink>;
  return (
    <EmptyState title={say(`empty-${tab}`)} action={action}>
      {say(`empty-${tab}-why`)}
    </EmptyState>
  );
}
