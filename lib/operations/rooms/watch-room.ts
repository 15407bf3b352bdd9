import "server-only";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "./require-room";

/**
 * Says whether whoever asks may hear that something happens in a room, which is nothing but that.
 *
 * @throws AppError "room-not-found", "scope-missing".
 */
export async function watchRoom(ctx: Context<PlannerActor>, roomId: string): Promise<void> {
  await requireSeenRoom(ctx, roomId);
}
