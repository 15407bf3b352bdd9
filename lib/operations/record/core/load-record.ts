import "server-only";
import { listActorNames } from "@/lib/data/actor-names";
import { database } from "@/lib/data/client";
import { listRecord, type RecordLine } from "@/lib/data/room-record";

const PAGE_LINES = 100;

/** Lines of a room's record, and whether they are as they were written. */
export type RecordPage = {
  lines: RecordLine[];
  /** The first of these lines that does not fit the one before it; null when all do. */
  brokenAt: number | null;
  /** Names by `seat:<id>` and `member:<id>`; who is gone is missing. */
  names: ReadonlyMap<string, string>;
  /** Where the next page starts; null when this is the last. */
  next: number | null;
};

/** The record from the line after `after` on, oldest first. Callers have checked who asks. */
export async function loadRecord(
  { id, organizationId }: { id: string; organizationId: string },
  after: number,
): Promise<RecordPage> {
  const [{ lines, brokenAt, hasMore }, names] = await Promise.all([
    listRecord(database(), id, { after, count: PAGE_LINES }),
    listActorNames(database(), organizationId, id),
  ]);
  const next = hasMore ? (lines.at(-1)?.position ?? null) : null;
  return { lines, brokenAt, names, next };
}
