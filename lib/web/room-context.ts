import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { outsideWorld } from "./outside-world";
import { visitorOf } from "./seat-session";

/** What an operation of whoever looks at a room needs. */
export async function visitorContext(
  asked: Headers,
  roomId: string,
): Promise<Context<RoomVisitor>> {
  return { actor: await visitorOf(asked, roomId), ...outsideWorld() };
}

/**
 * What an operation of a visitor with a seat in the room needs.
 *
 * @throws AppError "room-not-found" for everybody else: to them the room does not exist.
 */
export function seatContext({ actor, ...world }: Context<RoomVisitor>): Context<SeatActor> {
  const { seatId, roomId, organizationId } = actor;
  if (!seatId || !organizationId) throw new AppError("room-not-found");
  return { actor: { kind: "seat", seatId, roomId, organizationId }, ...world };
}
