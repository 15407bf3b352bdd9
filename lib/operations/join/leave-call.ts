import "server-only";
import { database } from "@/lib/data/client";
import { noteGoneFromLine } from "@/lib/data/line";
import { giveUpPlace } from "@/lib/data/seat-tickets";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/**
 * Puts the visitor's own connection on this device out of the call: their page is going away and
 * may not get to say so itself. A connection that began after `ctx.now` is another page's and stays.
 * In a full room their place is kept for a moment, and free at once when they leave `forGood`. In line
 * they keep their place, but those behind them do not wait for them until they are back.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "call-unreachable".
 */
export async function leaveCall(
  { actor, now, calls, announce }: Context<RoomVisitor>,
  { forGood }: { forGood: boolean },
): Promise<void> {
  const seatId = requireOwnSeat(actor);
  const { deviceId } = actor;
  const { facts } = await decideForSeat({ ...actor, now });
  const isInLine = Boolean(facts?.seat?.inLine);
  if (isInLine && (await noteGoneFromLine(database(), seatId, now))) announce(actor.roomId);
  const givesUp = forGood && facts?.room.seatLimit;
  if (givesUp && (await giveUpPlace(database(), { seatId, deviceId }, now))) announce(actor.roomId);
  if (!facts?.openCall || facts.call.insideOn !== deviceId) return;
  const { name } = facts.openCall;
  const identity = toIdentity({ seatId, deviceId });
  const inCall = await calls.listParticipants(name);
  const mine = inCall.find((one) => one.identity === identity);
  if (mine && mine.joinedAt < now) await calls.removeParticipant(name, identity);
}
