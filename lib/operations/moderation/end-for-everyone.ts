import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markRoomEnded } from "@/lib/data/moderation";
import { appendRecord } from "@/lib/data/record";
import { endCall } from "@/lib/operations/call/end-call";
import type { Context, SeatActor } from "@/lib/operations/context";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Ends a room for everybody before its time: nobody gets in any more, the call is deleted and no
 * ticket of it is good for anything.
 *
 * @throws AppError "room-not-found", "not-allowed" or "call-unreachable"; in the last case the room
 *   is ended and the conductor clears the call.
 */
export async function endForEveryone(ctx: Context<SeatActor>): Promise<void> {
  const { roomId } = ctx.actor;
  const { openCall } = await requireSeat(ctx, "endForEveryone");
  await inTransaction(async (tx) => {
    if (!(await markRoomEnded(tx, roomId, ctx.now))) return;
    const callId = openCall?.id ?? null;
    await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "room-ended", { callId });
  });
  ctx.announce(roomId);
  if (openCall) await endCall(ctx, { ...openCall, roomId }, actorOf(ctx));
}
