import "server-only";
import { inTransaction } from "@/lib/data/client";
import { changeExcuseReason, markExcused } from "@/lib/data/seat-excuses";
import { AppError } from "@/lib/domain/errors";
import { isMissed, mayExcuseSelf } from "@/lib/domain/room/excuse";
import type { Context } from "@/lib/operations/context";
import { tellOfExcuse } from "@/lib/operations/mail/tell-of-excuse";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Tells those who lead that the visitor can't come. It refuses them nothing: whoever comes all the
 * same is let in as before. Said again, only a reason changes anything.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "not-allowed" for somebody who
 *   leads, is not expected any more, or is here already.
 */
export async function excuseSelf(
  { actor, now, announce }: Context<RoomVisitor>,
  reason: string | null,
): Promise<void> {
  const { roomId } = actor;
  const seatId = requireOwnSeat(actor);
  const { decision, facts } = await decideForSeat({ ...actor, now });
  const role = facts?.aboutSeat?.role;
  if (!facts || !role || !mayExcuseSelf({ role, decision, call: facts.call })) {
    throw new AppError("not-allowed", { roomId });
  }
  await inTransaction(async (tx) => {
    const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
    if (await markExcused(tx, change, reason)) {
      if (isMissed(role)) await tellOfExcuse(tx, { roomId, seatId, excusedAt: now, now });
    } else if (reason) await changeExcuseReason(tx, seatId, reason);
  });
  announce(roomId);
}
