import Link from "next/link";
import { Button, ButtonLink } from "@/components/ui/button";
import { INPUT_LOOK } from "@/components/ui/field-frame";
import { words } from "@/lib/words/words";

type Tab = "coming" | "past";

const TAB_LOOK =
  "inline-flex target items-center border-b-3 border-transparent px-1 font-semibold text-quiet hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink";

/** What is coming and what is past; the search goes along. */
export function ScheduleTabs({ tab, search }: { tab: Tab; search: string | null }) {
  const say = words("rooms");
  return (
    <nav aria-label={say("tabs")} className="flex gap-5">
      {(["coming", "past"] as const).map((each) => (
        <Link
          key={each}
          href={scheduleAddress({ tab: each, search })}
          aria-current={each === tab ? "page" : undefined}
          className={TAB_LOOK}
        >
          {say(`tab-${each}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Finds by a part of a title or of a name; a plain form, so its answer has an address. */
export function ScheduleSearch({ tab, search }: { tab: Tab; search: string | null }) {
  const say = words("rooms");
  return (
    <search>
      <form action="/rooms" className="flex flex-wrap items-end gap-2">
        {tab === "past" && <input type="hidden" name="tab" value="past" />}
        <label className="flex grow flex-col gap-1 text-sm text-quiet" htmlFor="search">
          {say("search-label")}
          <input
            id="search"
            name="search"
            type="search"
            maxLength={100}
            defaultValue={search ?? ""}
            className={`${INPUT_LOOK} text-base`}
          />
        </label>
        <Button type="submit">{say("search")}</Button>
      </form>
    </search>
  );
}

type PagesProps = {
  tab: Tab;
  search: string | null;
  /** Where the neighbouring pages begin, as an address carries it. */
  earlier: string | null;
  later: string | null;
};

/** The way to the neighbouring pages. */
export function SchedulePages({ tab, search, earlier, later }: PagesProps) {
  const say = words("rooms");
  if (!earlier && !later) return null;
  return (
    <nav aria-label={say("pages")} className="flex gap-3">
      {earlier && (
        <ButtonLink href={scheduleAddress({ tab, search, earlier })}>{say("earlier")}</ButtonLink>
      )}
      {later && (
        <ButtonLink href={scheduleAddress({ tab, search, later })}>{say("later")}</ButtonLink>
      )}
    </nav>
  );
}

type Place = { tab: Tab; search: string | null; earlier?: string; later?: string };

function scheduleAddress({ tab, search, earlier, later }: Place): string {
  const query = new URLSearchParams({
    ...(tab === "past" && { tab }),
    ...(search && { search }),
    ...(earlier && { earlier }),
    ...(later && { later }),
  });
  return query.size === 0 ? "/rooms" : `/rooms?${query}`;
}
