import "server-only";
import { deferCall, markCallSwept } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { endStays } from "@/lib/data/presence";
import type { Context, SystemActor } from "@/lib/operations/context";
import { recordStays } from "./record-stays";

/** How long after its end a call is looked after: whoever passed the gate before it has arrived by then. */
const WATCH_MS = 5_000;

const AGAIN_MS = 1_000;

/** Deletes an ended call again until the media server no longer has it, and then lets it rest. */
export async function sweepCall(
  ctx: Context<SystemActor>,
  call: { id: string; roomId: string; name: string; endedAt: Date },
): Promise<void> {
  await ctx.calls.deleteCall(call.name);
  await inTransaction(async (tx) => recordStays(tx, call, await endStays(tx, call.id, ctx.now)));
  const isWatched = ctx.now.getTime() - call.endedAt.getTime() < WATCH_MS;
  const isGone = !isWatched && !(await ctx.calls.listCallNames()).includes(call.name);
  if (isGone) await markCallSwept(database(), call.id, ctx.now);
  else await deferCall(database(), call.id, new Date(ctx.now.getTime() + AGAIN_MS));
}
