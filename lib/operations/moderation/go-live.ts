import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markLive } from "@/lib/data/moderation";
import { appendRecord } from "@/lib/data/record";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Lets a webinar's audience in. A webinar that is live stays so.
 *
 * @throws AppError "room-not-found", or "not-allowed", also for a room that is no webinar.
 */
export async function goLive(ctx: Context<SeatActor>): Promise<void> {
  const { roomId } = ctx.actor;
  const { room } = await requireSeat(ctx, "goLive");
  if (room.kind !== "webinar") throw new AppError("not-allowed", { roomId });
  await inTransaction(async (tx) => {
    if (!(await markLive(tx, roomId, ctx.now))) return;
    await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "went-live", {});
  });
  ctx.announce(roomId);
}
