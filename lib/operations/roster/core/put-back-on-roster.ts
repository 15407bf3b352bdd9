import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import { lockSeat, markSeatReturned } from "@/lib/data/roster-changes";
import { AppError } from "@/lib/domain/errors";
import type { Context } from "@/lib/operations/context";
import { admit } from "./admit";

export type Return = {
  roomId: string;
  seatId: string;
  actor: RecordActor;
  /** Write to them as well. */
  isTold: boolean;
  /** Past the lobby, too, whether they were removed or not. */
  isLetIn: boolean;
};

/**
 * Takes back a removal. Whoever was not removed stays on the roster as they are. Callers have checked
 * who asks.
 *
 * @throws AppError "seat-not-found".
 */
export async function putBackOnRoster(
  { now, announce }: Pick<Context<never>, "now" | "announce">,
  { roomId, seatId, actor, isTold, isLetIn }: Return,
): Promise<void> {
  const how = await inTransaction(async (tx) => {
    const seat = await lockSeat(tx, roomId, seatId);
    if (!seat) throw new AppError("seat-not-found", { roomId });
    if (seat.removedAt) {
      await markSeatReturned(tx, seatId);
      if (isTold && seat.hasAddress) await enqueue(tx, "send-invitation", { seatId });
      await appendRecord(tx, roomId, now, actor, "seat-returned", { seatId });
    }
    // In the same step: a page that waits for the return would come to the lobby in between.
    return isLetIn ? admit(tx, { roomId, seatId, actor, at: now }) : "now";
  });
  announce(roomId, how);
}
