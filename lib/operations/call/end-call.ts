import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { deferCall, markCallEnded } from "@/lib/data/calls";
import { database, inTransaction } from "@/lib/data/client";
import { endStays } from "@/lib/data/presence";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import type { Context } from "@/lib/operations/context";
import { recordStays } from "./record-stays";

/**
 * How long joins that the gate let through a moment ago have to arrive, so that they are deleted
 * with the rest and do not keep the call alive.
 */
const DRAIN_MS = 100;

const FIRST_SWEEP_MS = 250;

/**
 * Ends a call for everybody: from the first write on the gate refuses its tickets; those on their
 * way in arrive; then the media server deletes it. The conductor sweeps until it is gone, so a
 * media server that does not answer here costs seconds and no more.
 *
 * @throws AppError "call-unreachable"; the call is ended all the same.
 */
export async function endCall(
  ctx: Pick<Context<unknown>, "calls" | "announce" | "now">,
  call: { id: string; roomId: string; name: string },
  actor: RecordActor,
): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await markCallEnded(tx, call.id, ctx.now))) return;
    await appendRecord(tx, call.roomId, ctx.now, actor, "call-ended", { callId: call.id });
  });
  ctx.announce(call.roomId);
  await pause(DRAIN_MS);
  await ctx.calls.deleteCall(call.name);
  const goneAt = new Date(ctx.now.getTime() + DRAIN_MS);
  await inTransaction(async (tx) => recordStays(tx, call, await endStays(tx, call.id, goneAt)));
  await deferCall(database(), call.id, new Date(goneAt.getTime() + FIRST_SWEEP_MS));
  ctx.announce(call.roomId);
}
