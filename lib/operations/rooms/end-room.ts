import "server-only";
import { findOpenCall } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { markRoomEnded } from "@/lib/data/moderation";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import { AppError } from "@/lib/domain/errors";
import { endCall } from "@/lib/operations/call/end-call";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireManagedRoom, takesPlace } from "./require-room";

/**
 * Ends a room for everybody before its time, as its presenters can from inside. Doing it again
 * changes nothing.
 *
 * @throws AppError "room-not-found", "not-allowed", "scope-missing", "room-is-over" when it was
 *   called off, moved or is over by itself, or "call-unreachable"; in the last case the room is
 *   ended and the conductor clears the call.
 */
export async function endRoom(ctx: Context<PlannerActor>, roomId: string): Promise<void> {
  const room = await requireManagedRoom(ctx, roomId);
  if (room.endedAt) return;
  if (!takesPlace(room, ctx.now)) throw new AppError("room-is-over", { roomId });
  const openCall = await findOpenCall(database(), roomId);
  const actor: RecordActor = recordActorOf(ctx.actor);
  await inTransaction(async (tx) => {
    if (!(await markRoomEnded(tx, roomId, ctx.now))) return;
    await appendRecord(tx, roomId, ctx.now, actor, "room-ended", { callId: openCall?.id ?? null });
  });
  ctx.announce(roomId);
  if (openCall) await endCall(ctx, { ...openCall, roomId }, actor);
}
