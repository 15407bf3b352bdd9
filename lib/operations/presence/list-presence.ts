import "server-only";
import { listStayPage, type PastStay } from "@/lib/data/call-history";
import { database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";

/**
 * One page of who was in a room's calls and when, one entry a connection, and after which the next
 * one starts; null when this is the last.
 *
 * @throws AppError "room-not-found", "not-allowed" or "scope-missing".
 */
export async function listPresence(
  ctx: Context<PlannerActor>,
  roomId: string,
  asked: { after: string | null; limit: number; isInside: boolean },
): Promise<{ stays: PastStay[]; next: string | null }> {
  const { mayManage } = await requireSeenRoom(ctx, roomId);
  // Who sat in an audience is nothing for a host who only sat there too.
  if (ctx.actor.kind === "member" && !mayManage) throw new AppError("not-allowed", { roomId });
  const { limit } = asked;
  const found = await listStayPage(database(), roomId, { ...asked, limit: limit + 1 });
  const stays = found.slice(0, limit);
  return { stays, next: found.length > limit ? (stays.at(-1)?.id ?? null) : null };
}
