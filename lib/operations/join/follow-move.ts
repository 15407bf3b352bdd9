import "server-only";
import { database, inTransaction } from "@/lib/data/client";
import { findSeatAfterMove } from "@/lib/data/seats";
import { AppError } from "@/lib/domain/errors";
import { rememberSeatUntil } from "@/lib/domain/roster/personal-link";
import type { Context } from "@/lib/operations/context";
import { keepNewLink } from "@/lib/operations/links/keep-new-link";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

export type Followed = { roomId: string; token: string; until: Date };

/**
 * Leads somebody with a seat of a moved room to the same person's seat at the new date, with a link
 * of its own. A room that was moved more than once leads to the last date.
 *
 * @throws AppError "room-not-found" for somebody without a seat here or there, also a removed one.
 */
export async function followMove({ actor, now }: Context<RoomVisitor>): Promise<Followed> {
  const seatId = requireOwnSeat(actor);
  const seat = await findSeatAfterMove(database(), actor.roomId, seatId);
  if (!seat) throw new AppError("room-not-found");
  const { id, roomId, closesAt } = seat;
  const by = `seat:${id}` as const;
  const link = { roomId, seatId: id, origin: "moved" as const, at: now, actor: by };
  const { token } = await inTransaction((tx) => keepNewLink(tx, link));
  return { roomId, token, until: rememberSeatUntil(closesAt) };
}
