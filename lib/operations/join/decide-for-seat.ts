import "server-only";
import { database } from "@/lib/data/client";
import { findJoinFacts } from "@/lib/data/join-facts";
import { isId } from "@/lib/domain/id";
import { decideJoin } from "@/lib/domain/room/decide-join";
import { EMPTY_CALL } from "@/lib/domain/room/join-question";

export type SeatInQuestion = {
  roomId: string;
  /** Null for somebody without a seat. */
  seatId: string | null;
  deviceId: string;
  /** The personal link that they came by; none when left out. */
  linkId?: string | null;
  now: Date;
  /** Bring the seat's call to this device, should it be on another one. */
  takeOver?: boolean;
};

/** The decision on one seat of a room, and the facts it rests on; null for no such room. */
export async function decideForSeat(question: SeatInQuestion) {
  const { roomId, seatId, deviceId, linkId = null, now, takeOver } = question;
  const asked = { roomId, seatId, linkId, now };
  const facts = isId(roomId) ? await findJoinFacts(database(), asked) : null;
  const { room = null, seat = null, call = EMPTY_CALL } = facts ?? {};
  const inCall = takeOver ? { ...call, insideOn: null } : call;
  return { decision: decideJoin({ room, seat, call: inCall, deviceId, now }), facts };
}
