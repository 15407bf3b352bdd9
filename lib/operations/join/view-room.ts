import "server-only";
import type { RoomView } from "@/lib/domain/room/room-view";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { drawRoom } from "./draw-room";
import type { RoomVisitor } from "./room-visitor";

/** What the visitor sees of the room now. Changes nothing, so pages ask as often as they like. */
export async function viewRoom(ctx: Context<RoomVisitor>): Promise<RoomView> {
  const { decision, facts } = await decideForSeat({ ...ctx.actor, now: ctx.now });
  return drawRoom(ctx, facts, decision);
}
