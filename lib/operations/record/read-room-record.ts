import "server-only";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireScope } from "@/lib/operations/require-scope";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";
import { loadRecord, type RecordPage } from "./core/load-record";

export type RoomRecordPage = RecordPage & { title: string };

/**
 * What happened in a room, oldest first, from the line after `after` on, and whether these lines are
 * as they were written.
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
  return { title: room.title, ...(await loadRecord(room, after)) };
}
