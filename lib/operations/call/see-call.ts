import "server-only";
import type { CallAtHand } from "@/lib/data/calls";
import type { OpenStay } from "@/lib/data/presence";
import type { PresentParticipant } from "@/lib/domain/call/calls";
import { isCallOver } from "@/lib/domain/call/is-call-over";
import type { RoomFacts } from "@/lib/domain/room/join-question";
import type { Context, SystemActor } from "@/lib/operations/context";
import { endCall } from "./end-call";
import { healStays } from "./heal-stays";
import { sweepCall } from "./sweep-call";

/** What the database knows of a call and its room. */
export type CallOnFile = { call: CallAtHand; room: RoomFacts | null; stays: readonly OpenStay[] };

/** A call and who is in it. */
export type SeenCall = { call: CallAtHand; participants: readonly PresentParticipant[] };

/**
 * Sees who is in a call, and notes who came and who left. One whose room is over it ends, one that
 * has ended it sweeps; nobody is seen in those. Ends nothing on a guess: whatever the database or
 * the media server does not answer stays as it is until the next look.
 *
 * @throws AppError "call-unreachable" and what the database throws.
 */
export async function seeCall(
  ctx: Context<SystemActor>,
  { call, room, stays }: CallOnFile,
): Promise<SeenCall> {
  const nobody = { call, participants: [] };
  const { endedAt } = call;
  if (endedAt) {
    await sweepCall(ctx, { ...call, endedAt });
    return nobody;
  }
  if (isCallOver(room, ctx.now)) {
    await endCall(ctx, call, "system");
    return nobody;
  }
  const participants = await ctx.calls.listParticipants(call.name);
  const hasNews = await healStays(call, stays, { participants, seenAt: ctx.now });
  if (hasNews) ctx.announce(call.roomId);
  return { call, participants };
}
