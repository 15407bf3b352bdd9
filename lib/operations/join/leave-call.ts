import "server-only";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Puts the visitor's own connection on this device out of the call: their page is going away and
 * may not get to say so itself. A connection that began after `ctx.now` is another page's and stays.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "call-unreachable".
 */
export async function leaveCall({ actor, now, calls }: Context<RoomVisitor>): Promise<void> {
  const seatId = requireOwnSeat(actor);
  const { facts } = await decideForSeat({ ...actor, now });
  if (!facts?.openCall || facts.call.insideOn !== actor.deviceId) return;
  const { name } = facts.openCall;
  const identity = toIdentity({ seatId, deviceId: actor.deviceId });
  const inCall = await calls.listParticipants(name);
  const mine = inCall.find((one) => one.identity === identity);
  if (mine && mine.joinedAt < now) await calls.removeParticipant(name, identity);
}
