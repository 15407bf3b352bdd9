import "server-only";
import { database } from "@/lib/data/client";
import { listRoomJoinFacts } from "@/lib/data/room-join-facts";
import type { JoinFacts } from "@/lib/data/join-facts-row";
import type { Decision } from "@/lib/domain/room/decision";
import { rehearse, type SeatInRoom } from "@/lib/domain/room/outlook";
import { can } from "@/lib/domain/room/permissions";
import type { Capacity } from "@/lib/domain/room/role";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "./require-room";

export type RehearsedSeat = {
  seatId: string;
  name: string;
  capacity: Capacity;
  /** Whether they wait to be let in once the doors are open. */
  waitsInLobby: boolean;
  answers: { at: Date; decision: Decision }[];
};

/**
 * What the room would answer each seat an hour and ten minutes before its opening, at it, and
 * ninety minutes after.
 *
 * @throws AppError "room-not-found".
 */
export async function rehearseRoom(
  ctx: Context<PlannerActor>,
  roomId: string,
): Promise<RehearsedSeat[]> {
  await requireSeenRoom(ctx, roomId);
  const facts = await listRoomJoinFacts(database(), roomId, ctx.now);
  return facts.flatMap((one) => {
    const seat = toSeatInRoom(one);
    if (!seat || !one.aboutSeat) return [];
    const { id, capacity, role, person } = one.aboutSeat;
    const waitsInLobby = one.room.lobby && !can(role, "passLobby") && !seat.seat.admittedAt;
    return [{ seatId: id, name: person.name, capacity, waitsInLobby, answers: rehearse(seat) }];
  });
}

/** The facts as the outlook takes them; null when nobody's seat is in them. */
export function toSeatInRoom({ room, seat, call }: JoinFacts): SeatInRoom | null {
  return seat && { room, seat, call };
}
