import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useRef, useState, type ReactNode } from "react";
import {
  arrangeTiles,
  countPages,
  type Arrangement,
  type Scene,
} from "@/lib/domain/call/arrange-tiles";
import { frontPeople } from "@/lib/domain/call/front-people";
import type { Area, Cell } from "@/lib/domain/call/grid-layout";
import { useCall } from "./call-context";
import { onlyListens, type CallPerson } from "./call-state";
import { SharedScreen } from "./shared-screen";
import { placeOf, Tile } from "./tile";
import { useArea } from "./use-area";

/** The page buttons and the gap above them. */
const PAGES_HEIGHT = 54;

/** The space of the call: everybody's tile, and a shared screen when there is one. */
export function Stage() {
  const frame = useRef<HTMLDivElement>(null);
  const area = useArea(frame);
  return (
    <div className="min-h-0 min-w-0 flex-1 px-2">
      <div ref={frame} className="relative size-full overflow-hidden">
        {area && <Tiles area={area} />}
      </div>
    </div>
  );
}

function Tiles({ area }: { area: Area }) {
  const { state, say } = useCall();
  const [page, setPage] = useState(0);
  const people = useShownPeople();
  const screens = useScreens(people.sharers);
  const scene = {
    tileCount: people.tiles.length,
    hasOwnTile: people.tiles.at(-1)?.isMe ?? false,
    isScreenShared: Boolean(screens.shown),
  };
  const arrangement = arrangeOnPages(scene, area, page);
  const pages = countPages(scene.tileCount, arrangement.perPage);
  const shownPage = Math.min(page, pages - 1);
  const tiles = frontPeople(people.tiles, arrangement.perPage);
  const first = shownPage * arrangement.perPage;
  const isAlone = state.link === "steady" && !people.tiles.some(({ isMe }) => !isMe);
  return (
    <>
      {screens.shown && arrangement.screen && (
        <SharedScreen
          key={screens.shown.identity}
          person={screens.shown}
          cell={arrangement.screen}
          others={screens.others}
          onSee={screens.see}
        />
      )}
      <ul aria-label={say("tiles")}>
        {tiles.slice(first, first + arrangement.perPage).map((person, index) => (
          <PlacedTile key={keyOf(person)} person={person} index={index} within={arrangement} />
        ))}
      </ul>
      {isAlone && <Alone ownCell={scene.hasOwnTile ? arrangement.tiles[0] : undefined} />}
      {pages > 1 && <Pages page={shownPage} pages={pages} onPage={setPage} />}
    </>
  );
}

/** Leaves space for the page buttons below the tiles when there is more than one page. */
function arrangeOnPages(scene: Scene, area: Area, page: number): Arrangement {
  const onOne = arrangeTiles(scene, area, page);
  if (scene.tileCount <= onOne.perPage) return onOne;
  return arrangeTiles(scene, { ...area, height: area.height - PAGES_HEIGHT }, page);
}

/**
 * Whom there is to see. Somebody who only watches is not among them: the media server hides a
 * webinar's audience, but nobody whom the others have seen before.
 */
function useShownPeople(): { tiles: readonly CallPerson[]; sharers: readonly CallPerson[] } {
  const { state, view, room } = useCall();
  const amHidden = view.decision.kind === "admit" && view.decision.grant.hidden;
  const isHidden = (person: CallPerson) =>
    person.isMe ? amHidden : room.kind === "webinar" && onlyListens(person);
  return {
    tiles: state.people.filter((person) => !isHidden(person)),
    sharers: state.people.filter(({ screen }) => screen),
  };
}

/** Of several screens the first is shown, and each other one once it is asked for; one's own last. */
function useScreens(sharers: readonly CallPerson[]) {
  const [wanted, see] = useState<string | null>(null);
  const shown = sharers.find(({ identity }) => identity === wanted) ?? sharers[0];
  const others = sharers.filter((person) => person !== shown && !person.isMe);
  return { shown, others, see };
}

/** One's own identity is known only once the call stands, and one's own tile stays what it was. */
function keyOf({ isMe, identity }: CallPerson): string {
  return isMe ? "me" : identity;
}

type PlacedTileProps = { person: CallPerson; index: number; within: Arrangement };

function PlacedTile({ person, index, within }: PlacedTileProps) {
  const cell = within.tiles[index];
  return cell && <Tile person={person} cell={cell} isOnTop={within.isOwnInCorner && index === 1} />;
}

/**
 * Nobody else is seen: said above one's own name, or in the middle where one has no tile. Of a
 * webinar's audience the stage sees nobody, so nothing is said there.
 */
function Alone({ ownCell }: { ownCell: Cell | undefined }) {
  const { room, view, say } = useCall();
  const isWebinar = room.kind === "webinar";
  if (isWebinar && ownCell) return null;
  const place = ownCell ? "items-end px-3 pb-12" : "inset-x-3 top-1/3";
  return (
    <div
      className={`pointer-events-none absolute flex justify-center ${place}`}
      style={ownCell && placeOf(ownCell)}
    >
      <p className="max-w-md rounded bg-ground px-4 py-2 text-center">
        <strong className="block">{say("aloneTitle")}</strong>
        {say(isWebinar ? "stageEmpty" : view.lobby.length > 0 ? "aloneButWaiting" : "alone")}
      </p>
    </div>
  );
}

type PagesProps = { page: number; pages: number; onPage: (page: number) => void };

function Pages({ page, pages, onPage }: PagesProps) {
  const { say } = useCall();
  return (
    <div className="absolute inset-x-0 bottom-0 flex justify-center">
      <div className="flex items-center gap-1 rounded border border-line bg-surface text-sm">
        <PageButton name={say("previousPage")} isOff={page === 0} onPress={() => onPage(page - 1)}>
          <ChevronLeft aria-hidden size={20} />
        </PageButton>
        <span className="tabular-nums">{say("pageOf", { page: page + 1, pages })}</span>
        <PageButton
          name={say("nextPage")}
          isOff={page >= pages - 1}
          onPress={() => onPage(page + 1)}
        >
          <ChevronRight aria-hidden size={20} />
        </PageButton>
      </div>
    </div>
  );
}

type PageButtonProps = { name: string; isOff: boolean; onPress: () => void; children: ReactNode };

function PageButton({ name, isOff, onPress, children }: PageButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      disabled={isOff}
      onClick={onPress}
      className="target grid place-items-center rounded disabled:opacity-40"
    >
      {children}
    </button>
  );
}
