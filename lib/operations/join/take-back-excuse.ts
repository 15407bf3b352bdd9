import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markExcuseTakenBack } from "@/lib/data/seat-excuses";
import { AppError } from "@/lib/domain/errors";
import { isExcuseKnown, isExpected, isMissed } from "@/lib/domain/room/excuse";
import type { Context } from "@/lib/operations/context";
import { tellOfExcuse } from "@/lib/operations/mail/tell-of-excuse";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * The visitor can come after all. Whoever never said otherwise stays as they are.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "not-allowed" when there is
 *   nothing to come to any more.
 */
export async function takeBackExcuse(ctx: Context<RoomVisitor>): Promise<void> {
  const { actor, now, announce } = ctx;
  const { roomId } = actor;
  const seatId = requireOwnSeat(actor);
  const { decision, facts } = await decideForSeat({ ...actor, now });
  const about = facts?.aboutSeat;
  if (!about || !isExpected(decision)) throw new AppError("not-allowed", { roomId });
  const { excuse, role } = about;
  if (!excuse) return;
  await inTransaction(async (tx) => {
    const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
    const isChanged = await markExcuseTakenBack(tx, change);
    const isNews = isMissed(role) && isExcuseKnown(excuse, now);
    if (isChanged && isNews) await tellOfExcuse(tx, { roomId, seatId, excusedAt: null, now });
  });
  announce(roomId);
}
