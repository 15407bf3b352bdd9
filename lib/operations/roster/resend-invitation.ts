import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { AppError } from "@/lib/domain/errors";
import type { SeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { requireSeatOfRoom } from "./require-seat-of-room";

/**
 * Sends the invitation again, with a link of its own.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", or "seat-not-found" for somebody
 *   who was removed or has no address.
 */
export async function resendInvitation(
  ctx: Context<PlannerActor>,
  { roomId, seatId }: SeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const { email, removedAt } = await requireSeatOfRoom(roomId, seatId);
  if (!email || removedAt) throw new AppError("seat-not-found", { roomId, seatId });
  await inTransaction((tx) => enqueue(tx, "send-invitation", { seatId }));
}
