import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { outsideWorld } from "./outside-world";
import { visitorOf } from "./seat-session";

/** What an operation of whoever looks at a room needs. */
export async function visitorContext(roomId: string): Promise<Context<RoomVisitor>> {
  return { actor: await visitorOf(roomId), ...outsideWorld() };
}

/**
 * What an operation of somebody with a seat in the room needs.
 *
 * @throws AppError "room-not-found" for everybody else: to them the room does not exist.
 */
export async function seatContext(roomId: string): Promise<Context<SeatActor>> {
  const { seatId, organizationId } = await visitorOf(roomId);
  if (!seatId || !organizationId) throw new AppError("room-not-found");
  return { actor: { kind: "seat", seatId, roomId, organizationId }, ...outsideWorld() };
}
