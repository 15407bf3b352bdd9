import "server-only";
import type { SeatInput } from "@/lib/domain/roster/roster-input";
import type { Context, MemberActor } from "@/lib/operations/context";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { putBackOnRoster } from "./core/put-back-on-roster";

/**
 * Lets somebody back who was removed, and invites them anew.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over" or "seat-not-found".
 */
export async function returnSeat(
  ctx: Context<MemberActor>,
  { roomId, seatId }: SeatInput,
): Promise<void> {
  await requireStandingRoom(ctx, roomId);
  const actor = `member:${ctx.actor.memberId}` as const;
  await putBackOnRoster(ctx, { roomId, seatId, actor, isTold: true });
}
