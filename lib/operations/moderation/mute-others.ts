import "server-only";
import { inTransaction } from "@/lib/data/client";
import { appendRecord } from "@/lib/data/record";
import { parseIdentity } from "@/lib/domain/call/participant-identity";
import type { Context, SeatActor } from "@/lib/operations/context";
import { muteMicrophones, openMicrophones } from "./mute-seat";
import { actorOf, requireSeat } from "./require-seat";

/**
 * Mutes every other microphone in the running call; their owners can turn them on again. Does
 * nothing when no call runs.
 *
 * @throws AppError "room-not-found", "not-allowed" or "call-unreachable".
 */
export async function muteOthers(ctx: Context<SeatActor>): Promise<void> {
  const { roomId, seatId: mine } = ctx.actor;
  const { openCall } = await requireSeat(ctx, "muteOthers");
  if (!openCall) return;
  const inCall = await ctx.calls.listParticipants(openCall.name);
  const open = inCall.filter(
    (one) => parseIdentity(one.identity)?.seatId !== mine && openMicrophones(one).length > 0,
  );
  await muteMicrophones(ctx, openCall.name, open);
  const seatIds = open.flatMap(({ identity }) => parseIdentity(identity)?.seatId ?? []);
  await inTransaction(async (tx) => {
    for (const seatId of seatIds) {
      await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "muted", { seatId });
    }
  });
}
