import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import { takeOffRoster } from "@/lib/operations/roster/core/take-off-roster";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Takes somebody off the roster and out of the call, for good unless somebody lets them back. They
 * read the role of who did it and the reason.
 *
 * @throws AppError "room-not-found", "not-allowed" (oneself, too: that is leaving),
 *   "seat-not-found", "last-presenter" or "call-unreachable".
 */
export async function removeFromCall(
  ctx: Context<SeatActor>,
  seatId: string,
  reason: string | null,
): Promise<void> {
  const { roomId } = ctx.actor;
  const { aboutSeat } = await requireSeat(ctx, "removeOthers");
  if (seatId === ctx.actor.seatId) throw new AppError("not-allowed", { roomId, seatId });
  const byRole = aboutSeat.role;
  await takeOffRoster(ctx, { roomId, seatId, actor: actorOf(ctx), byRole, reason, isTold: false });
}
