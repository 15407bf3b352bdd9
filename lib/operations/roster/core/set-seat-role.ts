import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import { hasOtherAdmitter, lockSeat, markSeatRole } from "@/lib/data/roster-changes";
import { AppError } from "@/lib/domain/errors";
import { can } from "@/lib/domain/room/permissions";
import type { Role } from "@/lib/domain/room/role";
import type { Context } from "@/lib/operations/context";

export type RoleChange = {
  roomId: string;
  seatId: string;
  actor: RecordActor;
  role: Role;
  /** Write to them as well. */
  isTold: boolean;
};

/**
 * Gives a seat another role. What they may send in a running call follows when the conductor, or
 * the caller, carries the new grant there. Callers have checked who asks.
 *
 * @throws AppError "seat-not-found", also for somebody who was removed, or "last-presenter".
 */
export async function setSeatRole(
  { now, announce }: Pick<Context<never>, "now" | "announce">,
  { roomId, seatId, actor, role, isTold }: RoleChange,
): Promise<{ from: Role; to: Role }> {
  const from = await inTransaction(async (tx) => {
    const seat = await lockSeat(tx, roomId, seatId);
    if (!seat || seat.removedAt) throw new AppError("seat-not-found", { roomId });
    if (seat.role === role) return role;
    const steps = can(seat.role, "admitFromLobby") && !can(role, "admitFromLobby");
    if (steps && !(await hasOtherAdmitter(tx, roomId, seatId))) {
      throw new AppError("last-presenter", { roomId, seatId });
    }
    await markSeatRole(tx, seatId, role);
    if (isTold && seat.hasAddress) await enqueue(tx, "send-room-change", { seatId });
    await appendRecord(tx, roomId, now, actor, "role-changed", {
      seatId,
      from: seat.role,
      to: role,
    });
    return seat.role;
  });
  announce(roomId);
  return { from, to: role };
}
