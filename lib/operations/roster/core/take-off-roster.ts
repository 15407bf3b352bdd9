import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import {
  hasOtherAdmitter,
  listDevicesInCall,
  lockSeat,
  markSeatsRemoved,
} from "@/lib/data/roster-changes";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";
import type { Context } from "@/lib/operations/context";

export type Removal = {
  roomId: string;
  seatId: string;
  actor: RecordActor;
  /** What the removed person reads about who did it. */
  byRole: Role | null;
  reason: string | null;
  /** Write to them as well. */
  isTold: boolean;
};

/**
 * Takes a seat off the roster and out of the call. Whoever is off already stays as they are.
 *
 * The roster changes first, so the gate refuses them from then on; only then their connection is
 * cut. If the media server is away the removal stands and the conductor cuts it later. Callers have
 * checked who asks.
 *
 * @throws AppError "seat-not-found", "last-presenter" or "call-unreachable".
 */
export async function takeOffRoster(
  { now, calls, announce }: Pick<Context<never>, "now" | "calls" | "announce">,
  { roomId, seatId, actor, byRole, reason, isTold }: Removal,
): Promise<void> {
  const devices = await inTransaction(async (tx) => {
    const seat = await lockSeat(tx, roomId, seatId);
    if (!seat) throw new AppError("seat-not-found", { roomId });
    const inCall = await listDevicesInCall(tx, [seatId]);
    if (seat.removedAt) return inCall;
    if (can(seat.role, "admitFromLobby") && !(await hasOtherAdmitter(tx, roomId, seatId))) {
      throw new AppError("last-presenter", { roomId, seatId });
    }
    const fromCall = inCall.some(({ isInside }) => isInside);
    const removal = { at: now, byRole, reason, fromCall: fromCall ? [seatId] : [] };
    await markSeatsRemoved(tx, [seatId], removal);
    if (isTold && seat.hasAddress) await enqueue(tx, "send-removal", { seatId });
    await appendRecord(tx, roomId, now, actor, "seat-removed", { seatId, fromCall, reason });
    return inCall;
  });
  announce(roomId);
  await Promise.all(
    devices.map(({ callName, deviceId }) =>
      calls.removeParticipant(callName, toIdentity({ seatId, deviceId })),
    ),
  );
}
