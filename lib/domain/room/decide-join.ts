import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Decision } from "./decision";
import type { JoinQuestion, RoomFacts, SeatFacts } from "./join-question";
import { inLineSince } from "./line";
import { can } from "./permissions";
import { DEFAULT_ROLE, type Role } from "./role";
import { VISITOR_CAPACITY } from "./room-kind";
import { isOver, opensFor } from "./window";

/**
 * May this seat be in this room now? The one answer that pages, APIs, the gate, the conductor and
 * the rehearsal all use. The first line that applies wins; `until` is not included.
 */
export function decideJoin({ room, seat, call, deviceId, now }: JoinQuestion): Decision {
  if (!room) return { kind: "refuse", reason: "room-not-found" };
  return (
    refuseForRoom(room) ??
    refuseForSeat(room, seat, now) ??
    refuseForTime(room, seat, now) ??
    waitFor(room, seat, { call, deviceId, now }) ??
    admit(room, seat)
  );
}

function refuseForRoom({ cancelled, movedTo }: RoomFacts): Decision | null {
  if (cancelled) {
    return { kind: "refuse", reason: "cancelled", at: cancelled.at, why: cancelled.reason };
  }
  return movedTo && { kind: "refuse", reason: "moved", to: movedTo };
}

function refuseForSeat(room: RoomFacts, seat: SeatFacts | null, now: Date): Decision | null {
  if (!seat) return room.access === "open" ? null : { kind: "refuse", reason: "not-invited" };
  const { linkRevokedAt, removed: removal } = seat;
  // In an open room, too: whoever comes there anew gets a seat of their own.
  if (linkRevokedAt) return { kind: "refuse", reason: "not-invited", linkRevokedAt };
  if (!removal) return null;
  const overSince = overSinceFor(room, now);
  const mayAskToReturn = overSince === null && removal.askedToReturnAt === null;
  return { kind: "refuse", reason: "removed", removal, mayAskToReturn, overSince };
}

/** When the room ended or its window closed, whatever came first; null while neither has. */
function overSinceFor({ window, endedAt }: RoomFacts, now: Date): Date | null {
  return endedAt ?? (isOver(window, now) ? window.closesAt : null);
}

function refuseForTime(room: RoomFacts, seat: SeatFacts | null, now: Date): Decision | null {
  if (isOver(room.window, now)) {
    const wasAdmitted = Boolean(seat?.admittedAt);
    return { kind: "refuse", reason: "too-late", closedAt: room.window.closesAt, wasAdmitted };
  }
  if (room.endedAt) return { kind: "refuse", reason: "ended", endedAt: room.endedAt };
  const opensAt = opensFor(roleOf(room, seat), room.window, room.leadMinutes);
  return now < opensAt ? { kind: "refuse", reason: "too-early", opensAt } : null;
}

function waitFor(
  room: RoomFacts,
  seat: SeatFacts | null,
  { call, deviceId, now }: Pick<JoinQuestion, "call" | "deviceId" | "now">,
): Decision | null {
  // Whoever comes to an open room has no seat until they give a name.
  if (!seat) return { kind: "wait", reason: "not-ready", requirement: "name" };
  const [requirement] = seat.missing;
  if (requirement) return { kind: "wait", reason: "not-ready", requirement };
  const { seatLimit } = room;
  const { aheadInLine: ahead, mayChangeAt } = call;
  // Each of those who came before has one of the free places.
  const isFull = seatLimit !== null && call.otherSeats + ahead >= seatLimit;
  if (isFull && !can(seat.role, "keepSeatWhenFull")) {
    const since = inLineSince(seat.inLine, now);
    return { kind: "wait", reason: "full", seatLimit, ahead, since, mayChangeAt };
  }
  if (room.kind === "webinar" && !room.liveAt && !can(seat.role, "enterBackstage")) {
    return { kind: "wait", reason: "not-live", opensAt: room.window.opensAt };
  }
  if (room.lobby && !seat.admittedAt && !can(seat.role, "passLobby")) {
    return { kind: "wait", reason: "in-lobby", since: seat.waitingSince };
  }
  const isElsewhere = call.insideOn !== null && call.insideOn !== deviceId;
  return isElsewhere ? { kind: "wait", reason: "elsewhere" } : null;
}

function admit(room: RoomFacts, seat: SeatFacts | null): Decision {
  const grant = mediaGrantFor(roleOf(room, seat), room.kind, seat?.withheld ?? []);
  return { kind: "admit", grant, until: room.window.closesAt };
}

function roleOf(room: RoomFacts, seat: SeatFacts | null): Role {
  return seat?.role ?? DEFAULT_ROLE[VISITOR_CAPACITY[room.kind]];
}
