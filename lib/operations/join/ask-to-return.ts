import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markAskedToReturn } from "@/lib/data/seats";
import { AppError } from "@/lib/domain/errors";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Asks those who lead to let a removed person back. Once for each removal.
 *
 * @throws AppError "room-not-found" for somebody without a seat, "not-allowed" for somebody who was
 *   not removed, "room-is-over", or "asked-already".
 */
export async function askToReturn({ actor, now, announce }: Context<RoomVisitor>): Promise<void> {
  const { roomId } = actor;
  const seatId = requireOwnSeat(actor);
  const { decision } = await decideForSeat({ ...actor, now });
  if (decision.kind !== "refuse" || decision.reason !== "removed") {
    throw new AppError("not-allowed", { roomId });
  }
  if (decision.overSince) throw new AppError("room-is-over", { roomId });
  const change = { roomId, seatId, at: now, actor: `seat:${seatId}` as const };
  const isFirst =
    decision.mayAskToReturn && (await inTransaction((tx) => markAskedToReturn(tx, change)));
  if (!isFirst) throw new AppError("asked-already", { roomId });
  announce(roomId);
}
