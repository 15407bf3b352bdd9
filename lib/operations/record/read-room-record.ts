import "server-only";
import { database } from "@/lib/data/client";
import { listActorNames } from "@/lib/data/actor-names";
import { checkRecordChain, listRecord, type RecordLine } from "@/lib/data/room-record";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";

const PAGE_LINES = 100;

export type RoomRecordPage = {
  title: string;
  lines: RecordLine[];
  /** Names by `seat:<id>` and `member:<id>`; who is gone is missing. */
  names: ReadonlyMap<string, string>;
  chain: { lines: number; brokenAt: number | null };
  /** Where the next page starts; null when this is the last. */
  next: number | null;
};

/**
 * What happened in a room, oldest first, from the line after `after` on, and whether the record is
 * whole.
 *
 * @throws AppError "room-not-found".
 */
export async function readRoomRecord(
  ctx: Context<PlannerActor>,
  roomId: string,
  after: number,
): Promise<RoomRecordPage> {
  requireScope(ctx.actor, "record:read");
  const { room } = await requireSeenRoom(ctx, roomId);
  const [lines, names, chain] = await Promise.all([
    listRecord(database(), roomId, { after, count: PAGE_LINES + 1 }),
    listActorNames(database(), room.organizationId, roomId),
    checkRecordChain(database(), roomId),
  ]);
  const page = lines.slice(0, PAGE_LINES);
  const next = lines.length > PAGE_LINES ? (page.at(-1)?.position ?? null) : null;
  return { title: room.title, lines: page, names, chain, next };
}
