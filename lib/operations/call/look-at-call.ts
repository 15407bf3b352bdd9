import "server-only";
import { deferCall, type CallAtHand } from "@/lib/data/calls";
import { database } from "@/lib/data/client";
import type { OpenStay } from "@/lib/data/presence";
import { isCallOver } from "@/lib/domain/call/is-call-over";
import { reconcile, type DesiredCall } from "@/lib/domain/call/reconcile";
import type { RoomFacts } from "@/lib/domain/room/join-question";
import type { Context, SystemActor } from "@/lib/operations/context";
import { decideForTickets } from "@/lib/operations/join/decide-for-ticket";
import { carryOutRepair } from "./carry-out-repair";
import { endCall } from "./end-call";
import { healStays } from "./heal-stays";
import { sweepCall } from "./sweep-call";

/** When to see whether a repair has held. */
const VERIFY_MS = 500;

/** What the database knows of a call and its room. */
export type CallOnFile = { call: CallAtHand; room: RoomFacts | null; stays: readonly OpenStay[] };

/**
 * Makes one call as its room wants it. Ends nothing on a guess: whatever the database or the media
 * server does not answer stays as it is until the next look.
 *
 * @throws AppError "call-unreachable" and what the database throws.
 */
export async function lookAtCall(
  ctx: Context<SystemActor>,
  { call, room, stays }: CallOnFile,
): Promise<void> {
  const { endedAt } = call;
  if (endedAt) return sweepCall(ctx, { ...call, endedAt });
  if (isCallOver(room, ctx.now)) return endCall(ctx, call, "system");

  const participants = await ctx.calls.listParticipants(call.name);
  const hasNews = await healStays(call, stays, { participants, seenAt: ctx.now });
  const identities = participants.map(({ identity }) => identity);
  const desired: DesiredCall = {
    kind: "open",
    decisions:
      identities.length > 0 ? await decideForTickets(call.name, identities, ctx.now) : new Map(),
  };
  const repairs = reconcile(desired, { participants });
  for (const repair of repairs) await carryOutRepair(ctx, call, repair);
  if (repairs.length > 0) {
    await deferCall(database(), call.id, new Date(ctx.now.getTime() + VERIFY_MS));
  }
  if (hasNews || repairs.length > 0) ctx.announce(call.roomId);
}
