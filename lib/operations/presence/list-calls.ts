import "server-only";
import { findPastCall, listCallPage, type PastCall } from "@/lib/data/call-history";
import { database } from "@/lib/data/client";
import { AppError } from "@/lib/domain/errors";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";

/**
 * One page of a room's calls, oldest first, and after which the next one starts; null when this is
 * the last.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function listCalls(
  ctx: Context<PlannerActor>,
  roomId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ calls: PastCall[]; next: string | null }> {
  await requireSeenRoom(ctx, roomId);
  const found = await listCallPage(database(), roomId, { after, limit: limit + 1 });
  const calls = found.slice(0, limit);
  return { calls, next: found.length > limit ? (calls.at(-1)?.id ?? null) : null };
}

/**
 * One of a room's calls.
 *
 * @throws AppError "room-not-found", "call-not-found" or "scope-missing".
 */
export async function readCall(
  ctx: Context<PlannerActor>,
  { roomId, callId }: { roomId: string; callId: string },
): Promise<PastCall> {
  await requireSeenRoom(ctx, roomId);
  const call = await findPastCall(database(), roomId, callId);
  if (!call) throw new AppError("call-not-found", { roomId });
  return call;
}
