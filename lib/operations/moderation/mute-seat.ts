import "server-only";
import { inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import type { PresentParticipant } from "@/lib/domain/call/calls";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import { AppError } from "@/lib/domain/errors";
import type { Context, SeatActor } from "@/lib/operations/context";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Mutes somebody's microphone in the running call. They can turn it on again: to forbid it,
 * withhold the source.
 *
 * @throws AppError "room-not-found", "not-allowed", "not-in-call" or "call-unreachable".
 */
export async function muteSeat(ctx: Context<SeatActor>, seatId: string): Promise<void> {
  const { roomId } = ctx.actor;
  const { openCall } = await requireSeat(ctx, "muteOthers");
  const inCall = openCall ? await ctx.calls.listParticipants(openCall.name) : [];
  const theirs = inCall.filter(({ identity }) => parseIdentity(identity)?.seatId === seatId);
  if (!openCall || theirs.length === 0) throw new AppError("not-in-call", { roomId });
  await muteMicrophones(ctx, openCall.name, theirs);
  await inTransaction((tx) => appendRecord(tx, roomId, ctx.now, actorOf(ctx), "muted", { seatId }));
}

/** Mutes every microphone that these have open. */
export async function muteMicrophones(
  { calls }: Pick<Context<unknown>, "calls">,
  callName: string,
  participants: readonly PresentParticipant[],
): Promise<void> {
  await Promise.all(
    participants.flatMap((participant) =>
      openMicrophones(participant).map(({ sid }) =>
        calls.muteTrack(callName, participant.identity, sid),
      ),
    ),
  );
}

export function openMicrophones({ tracks }: PresentParticipant) {
  return tracks.filter(({ source, muted }) => source === "microphone" && !muted);
}
