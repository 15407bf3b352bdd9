import { decideJoin } from "./decide-join";
import type { Decision } from "./decision";
import { EMPTY_CALL, type CallFacts, type RoomFacts, type SeatFacts } from "./join-question";

/** The facts of one seat, as they are or as they would be. */
export type SeatInRoom = { room: RoomFacts; seat: SeatFacts; call: CallFacts };

/** What the room answers a seat at `now`, on whatever device it is already. */
export function outlookAt({ room, seat, call }: SeatInRoom, now: Date): Decision {
  return decideJoin({ room, seat, call, deviceId: call.insideOn ?? "", now });
}

/**
 * What the room would answer a seat at another time, if nothing else changed until then: the call
 * as empty as before anybody came.
 */
export function foresee({ room, seat }: SeatInRoom, at: Date): Decision {
  return outlookAt({ room, seat, call: EMPTY_CALL }, at);
}

/** Minutes before and after the opening at which a rehearsal asks. */
export const REHEARSAL_MINUTES = [-60, -10, 0, 90] as const;

const MINUTE_MS = 60_000;

/** What the room would answer a seat around its opening. */
export function rehearse(seat: SeatInRoom): { at: Date; decision: Decision }[] {
  const { opensAt } = seat.room.window;
  return REHEARSAL_MINUTES.map((minutes) => {
    const at = new Date(opensAt.getTime() + minutes * MINUTE_MS);
    return { at, decision: foresee(seat, at) };
  });
}
