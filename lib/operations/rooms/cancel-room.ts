import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecord } from "@/lib/data/record";
import { markRoomCancelled } from "@/lib/data/rooms";
import { listReachableSeatIds } from "@/lib/data/roster";
import { AppError } from "@/lib/domain/errors";
import type { CancelRoomInput } from "@/lib/domain/room/room-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { announceDates } from "./core/announce-dates";
import { requireStandingRoom } from "./require-room";

/**
 * Calls a room off and tells everyone on its roster, with the reason if one is given. A running
 * call ends.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", or "changed-meanwhile" when
 *   somebody saved after this editor had looked.
 */
export async function cancelRoom(
  ctx: Context<PlannerActor>,
  { roomId, version, reason }: CancelRoomInput,
): Promise<void> {
  const { organizationId } = ctx.actor;
  await requireStandingRoom(ctx, roomId);
  await inTransaction(async (tx) => {
    const seen = { organizationId, roomId, version };
    if (!(await markRoomCancelled(tx, seen, ctx.now, reason))) {
      throw new AppError("changed-meanwhile", { roomId });
    }
    const seatIds = await listReachableSeatIds(tx, roomId);
    await enqueueAll(
      tx,
      "send-cancellation",
      seatIds.map((seatId) => ({ seatId })),
    );
    const actor = recordActorOf(ctx.actor);
    await appendRecord(tx, roomId, ctx.now, actor, "room-cancelled", { reason });
  });
  await announceDates(ctx, roomId);
}
