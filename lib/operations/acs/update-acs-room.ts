import "server-only";
import { findAcsRoom, saveAcsRoom, type AcsRoomChange } from "@/lib/data/acs-rooms";
import { inTransaction, type Database } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecord } from "@/lib/data/record";
import { listReachableSeatIds } from "@/lib/data/roster";
import type { AcsRoom } from "@/lib/domain/acs/acs-room";
import type { RoomTimes } from "@/lib/domain/acs/room-times";
import { AppError } from "@/lib/domain/errors";
import type { AcsActor, Context } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { announceDates } from "@/lib/operations/rooms/core/announce-dates";
import { requireLockedAcsRoom, type AcsTarget } from "./require-acs-room";

/**
 * Changes what a program says of a room, and nothing of what it leaves out. A new window counts at
 * once, for those inside as well, and opens a room again that somebody had ended.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function updateAcsRoom(
  ctx: Context<AcsActor>,
  target: AcsTarget,
  change: AcsRoomChange,
): Promise<AcsRoom> {
  const { organizationId } = ctx.actor;
  const { vanishedBefore, acsId } = target;
  const room = await inTransaction(async (tx) => {
    const { id } = await requireLockedAcsRoom(tx, ctx, target);
    const fields = changedFields(change);
    if (fields.length > 0) {
      await saveAcsRoom(tx, id, change);
      await appendRecord(tx, id, ctx.now, recordActorOf(ctx.actor), "room-edited", { fields });
      if (change.times) await tellOfWindow(tx, ctx, id, change.times);
    }
    return findAcsRoom(tx, { organizationId, vanishedBefore }, acsId);
  });
  if (!room) throw new AppError("room-not-found");
  await announceDates(ctx, room.id);
  return room;
}

function changedFields({ times, pstnDialOutEnabled, access }: AcsRoomChange): string[] {
  return [
    ...(times ? ["window"] : []),
    ...(pstnDialOutEnabled === null ? [] : ["pstnDialOutEnabled"]),
    ...(access ? ["access"] : []),
  ];
}

async function tellOfWindow(
  tx: Database,
  { actor, now }: Context<AcsActor>,
  roomId: string,
  { validFrom, validUntil }: RoomTimes,
): Promise<void> {
  const seatIds = await listReachableSeatIds(tx, roomId);
  const news = seatIds.map((seatId) => ({ seatId }));
  await enqueueAll(tx, "send-room-change", news);
  const facts = { opensAt: validFrom.at.toISOString(), closesAt: validUntil.at.toISOString() };
  await appendRecord(tx, roomId, now, recordActorOf(actor), "window-changed", facts);
}
