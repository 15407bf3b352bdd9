import { decideJoin } from "@/lib/domain/room/decide-join";
import { EMPTY_CALL, type RoomFacts, type SeatFacts } from "@/lib/domain/room/join-question";

/** Whoever is refused least: if even they may not come any more, nobody may. */
const FOREMOST: SeatFacts = {
  role: "presenter",
  removed: null,
  admittedAt: null,
  waitingSince: null,
  inLine: null,
  missing: [],
  withheld: [],
  linkRevokedAt: null,
};

/** Whether a room's call has to end because the room itself is over, ended, cancelled or moved. */
export function isCallOver(room: RoomFacts | null, now: Date): boolean {
  const decision = decideJoin({ room, seat: FOREMOST, call: EMPTY_CALL, deviceId: "", now });
  return decision.kind === "refuse" && decision.reason !== "too-early";
}
