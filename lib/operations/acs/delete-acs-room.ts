import "server-only";
import { lockAcsRoom, markAcsRoomDeleted } from "@/lib/data/acs-rooms";
import { findOpenCall } from "@/lib/data/calls";
import { database, inTransaction, type Database } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecord } from "@/lib/data/record";
import { listReachableSeatIds } from "@/lib/data/roster";
import { endCall } from "@/lib/operations/call/end-call";
import { unlessAway } from "@/lib/operations/call/unless-away";
import type { AcsActor, Context } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { announceDates } from "@/lib/operations/rooms/core/announce-dates";
import { requireScope } from "@/lib/operations/require-scope";
import type { AcsTarget } from "./require-acs-room";

/**
 * Calls a room off: a running call ends, and the room leaves the wire. What never was on it, or is
 * no more, counts as deleted.
 *
 * @throws AppError "scope-missing".
 */
export async function deleteAcsRoom(
  ctx: Context<AcsActor>,
  { acsId, vanishedBefore }: AcsTarget,
): Promise<void> {
  const { organizationId } = ctx.actor;
  requireScope(ctx.actor, "rooms:write");
  const roomId = await inTransaction(async (tx) => {
    const room = await lockAcsRoom(tx, { organizationId, vanishedBefore }, acsId);
    if (!room) return null;
    await callOff(tx, ctx, room.id);
    return room.id;
  });
  if (!roomId) return;
  await announceDates(ctx, roomId);
  await unlessAway(() => endRunningCall(ctx, roomId));
}

async function callOff(tx: Database, ctx: Context<AcsActor>, roomId: string): Promise<void> {
  await markAcsRoomDeleted(tx, roomId, ctx.now);
  const seatIds = await listReachableSeatIds(tx, roomId);
  const news = seatIds.map((seatId) => ({ seatId }));
  await enqueueAll(tx, "send-cancellation", news);
  const actor = recordActorOf(ctx.actor);
  await appendRecord(tx, roomId, ctx.now, actor, "room-cancelled", { reason: null });
}

async function endRunningCall(ctx: Context<AcsActor>, roomId: string): Promise<void> {
  const call = await findOpenCall(database(), roomId);
  if (call) await endCall(ctx, { ...call, roomId }, recordActorOf(ctx.actor));
}
