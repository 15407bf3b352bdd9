import "server-only";
import { listActorNames } from "@/lib/data/actor-names";
import { database } from "@/lib/data/client";
import { checkRecordChain, listRecord, type RecordLine } from "@/lib/data/room-record";

const PAGE_LINES = 100;

/** Lines of a room's record, and whether the whole of it is. */
export type RecordPage = {
  lines: RecordLine[];
  /** Names by `seat:<id>` and `member:<id>`; who is gone is missing. */
  names: ReadonlyMap<string, string>;
  chain: { lines: number; brokenAt: number | null };
  /** Where the next page starts; null when this is the last. */
  next: number | null;
};

/** The record from the line after `after` on, oldest first. Callers have checked who asks. */
export async function loadRecord(
  { id, organizationId }: { id: string; organizationId: string },
  after: number,
): Promise<RecordPage> {
  const [lines, names, chain] = await Promise.all([
    listRecord(database(), id, { after, count: PAGE_LINES + 1 }),
    listActorNames(database(), organizationId, id),
    checkRecordChain(database(), id),
  ]);
  const page = lines.slice(0, PAGE_LINES);
  const next = lines.length > PAGE_LINES ? (page.at(-1)?.position ?? null) : null;
  return { lines: page, names, chain, next };
}
