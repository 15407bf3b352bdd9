import "server-only";
import { readMovingRoom, readMovingRoster, type Unmovable } from "@/lib/domain/acs/moving-room";
import { isMovedIn, moveRoomIn, type MovingContext } from "@/lib/operations/acs/move-room-in";
import { acs as words } from "@/lib/words/en/acs";
import { listSourceRooms, listSourceRoster } from "./acs-source";
import type { AcsSource } from "./ask-source";

/** What became of one room. */
export type Moved =
  | { what: "created"; acsId: string; seats: number; leftOut: number }
  /** It is here already, from an earlier run or by another way, and stays as it is. */
  | { what: "unchanged"; acsId: string }
  | { what: "skipped"; acsId: string | null; why: Unmovable | "gone-meanwhile" };

/** Who moves rooms in, at the instant of asking. */
export type Mover = {
  toRead: () => MovingContext;
  /** Makes what it needs for writing when it is first asked for. */
  toWrite: () => Promise<MovingContext>;
};

/**
 * Brings every room and roster of another resource here, in the order in which that lists them, and
 * tells of each. A room comes whole or not at all, so a run that was broken off is simply run again.
 *
 * @throws SourceProblem when the other side can't be read; what came until then stays.
 */
export async function* moveIn(
  mover: Mover,
  source: AcsSource,
  { isDryRun }: { isDryRun: boolean },
): AsyncGenerator<Moved> {
  for await (const given of listSourceRooms(source)) {
    const read = readMovingRoom(given);
    if ("why" in read) {
      yield { what: "skipped", acsId: idOf(given), why: read.why };
      continue;
    }
    const { acsId } = read.room;
    if (await isMovedIn(mover.toRead(), acsId)) {
      yield { what: "unchanged", acsId };
    } else {
      const roster = await listSourceRoster(source, acsId);
      if (!roster) {
        yield { what: "skipped", acsId, why: "gone-meanwhile" };
        continue;
      }
      const { seats, leftOut } = readMovingRoster(roster);
      const isNew =
        isDryRun || (await moveRoomIn(await mover.toWrite(), read.room, seats, words.room));
      if (isNew) yield { what: "created", acsId, seats: seats.size, leftOut };
      else yield { what: "unchanged", acsId };
    }
  }
}

function idOf(given: unknown): string | null {
  const id: unknown =
    typeof given === "object" && given !== null && "id" in given ? given.id : null;
  // What is printed may lead the terminal astray.
  return typeof id === "string" && /^[\w-]{1,40}$/.test(id) ? id : null;
}
