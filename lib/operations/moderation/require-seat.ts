import "server-only";
import type { JoinFacts, SeatAbout } from "@/lib/data/join-facts-row";
import { AppError } from "@/lib/domain/errors";
import { can, type Action } from "@/lib/domain/room/permissions";
import type { Context, SeatActor } from "@/lib/operations/context";
import { decideForSeat } from "@/lib/operations/join/decide-for-seat";

/** What a moderator's operation knows of the room and of the seat that acts. */
export type ActingSeat = JoinFacts & { aboutSeat: SeatAbout };

/**
 * The facts of the acting seat, when its role may do `action` and the room does not refuse it: a
 * presenter who was removed, or whose room is over or not open yet, can do nothing any more.
 *
 * @throws AppError "room-not-found" or "not-allowed".
 */
export async function requireSeat(
  { actor, now }: Context<SeatActor>,
  action: Action,
): Promise<ActingSeat> {
  const { roomId, seatId } = actor;
  const { decision, facts } = await decideForSeat({
    roomId,
    seatId,
    deviceId: "",
    now,
    takeOver: true,
  });
  if (!facts) throw new AppError("room-not-found");
  const { seat, aboutSeat } = facts;
  if (decision.kind === "refuse" || !seat || !aboutSeat || !can(seat.role, action)) {
    throw new AppError("not-allowed", { roomId, seatId, action });
  }
  return { ...facts, aboutSeat };
}

/** How the record names the seat that acts. */
export function actorOf({ actor }: Context<SeatActor>): `seat:${string}` {
  return `seat:${actor.seatId}`;
}
