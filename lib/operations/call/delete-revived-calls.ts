import "server-only";
import { listEndedAmong } from "@/lib/data/calls";
import type { Context, SystemActor } from "@/lib/operations/context";

/**
 * Deletes what the media server still or again has of calls that have ended. Calls that are not
 * ours are left alone: others may use the same server.
 */
export async function deleteRevivedCalls(ctx: Context<SystemActor>): Promise<void> {
  const ended = await listEndedAmong(await ctx.calls.listCallNames());
  for (const { name } of ended) await ctx.calls.deleteCall(name);
}
