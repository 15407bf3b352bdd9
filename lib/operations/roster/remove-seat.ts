import "server-only";
import type { RemoveSeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { takeOffRoster } from "./core/take-off-roster";

/**
 * Takes somebody off the roster, out of a running call too, and writes to them.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over", "seat-not-found",
 *   "last-presenter" or "call-unreachable".
 */
export async function removeSeat(
  ctx: Context<MemberActor>,
  { roomId, seatId, reason }: RemoveSeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const actor = `member:${ctx.actor.memberId}` as const;
  await takeOffRoster(ctx, { roomId, seatId, actor, byRole: null, reason, isTold: true });
}
