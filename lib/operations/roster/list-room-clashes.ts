import "server-only";
import { listClashes } from "@/lib/data/clashes";
import { database } from "@/lib/data/client";
import type { Clash } from "@/lib/domain/room/clash";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom, takesPlace } from "@/lib/operations/rooms/require-room";

/**
 * Who of a room is expected elsewhere at the same time, for those who can still change that; nobody
 * otherwise.
 *
 * @throws AppError "room-not-found".
 */
export async function listRoomClashes(
  ctx: Context<PlannerActor>,
  roomId: string,
): Promise<Clash[]> {
  const { room, mayManage } = await requireSeenRoom(ctx, roomId);
  return mayManage && takesPlace(room, ctx.now) ? listClashes(database(), room) : [];
}
