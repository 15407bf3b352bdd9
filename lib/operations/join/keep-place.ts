import "server-only";
import { database } from "@/lib/data/client";
import { noteSeenInLine } from "@/lib/data/line";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Notes that the visitor still waits in line, since those behind them wait only for who is there.
 * Not of somebody whom the room lets in: a place that they do not take is the next one's after a
 * while.
 *
 * @throws AppError "room-not-found" for somebody without a seat.
 */
export async function keepPlace({ actor, now }: Context<RoomVisitor>): Promise<void> {
  const seatId = requireOwnSeat(actor);
  const { decision } = await decideForSeat({ ...actor, now });
  if (decision.kind === "wait") await noteSeenInLine(database(), seatId, now);
}
