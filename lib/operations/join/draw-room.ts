import "server-only";
import type { FactsWithCompany } from "@/lib/data/join-facts";
import type { Decision } from "@/lib/domain/room/decision";
import { mayExcuseSelf } from "@/lib/domain/room/excuse";
import { lookBackFor } from "@/lib/domain/room/look-back";
import type { LobbyView, PersonView, RoomView } from "@/lib/domain/room/room-view";
import type { Context } from "@/lib/operations/context";
import type { RoomVisitor } from "./room-visitor";

/** What one visitor may see of a room, and nothing else. */
export function drawRoom(
  { actor, now }: Pick<Context<RoomVisitor>, "actor" | "now">,
  facts: FactsWithCompany | null,
  decision: Decision,
): RoomView {
  const isInvited = facts !== null && (facts.seat !== null || facts.room.access === "open");
  return {
    room: isInvited ? drawFacts(facts) : null,
    me: facts && drawMe(actor, facts, decision),
    linkOwner: actor.linkOwner,
    decision: isInvited ? decision : withoutDetails(decision),
    serverNow: now,
    ...drawCompany(facts, decision),
  };
}

function drawFacts({ room, aboutRoom, company }: FactsWithCompany): RoomView["room"] {
  const { id, title, organizationName, timeZone } = aboutRoom;
  const { kind, window, lobby, liveAt } = room;
  return {
    ...{ id, title, kind, organizationName, timeZone, lobby },
    ...window,
    isLive: liveAt !== null,
    hosts: company.hosts,
  };
}

function drawMe(
  { deviceId, linkId }: RoomVisitor,
  { seat, aboutSeat, call, wasInCall, placeUntil }: FactsWithCompany,
  decision: Decision,
): RoomView["me"] {
  if (!seat || !aboutSeat) return null;
  const { id: seatId, role, capacity, excuse, person } = aboutSeat;
  const { name, timeZone } = person;
  return {
    ...{ seatId, name, role, capacity, deviceId, timeZone, excuse },
    byLink: linkId !== null,
    withheld: [...seat.withheld],
    placeUntil: decision.kind === "admit" ? placeUntil : null,
    mayExcuseSelf: !excuse && mayExcuseSelf({ role, decision, call }),
    mayRead: lookBackFor({ role, isRemoved: seat.removed !== null, wasInCall }),
  };
}

/** Who else is there is told to those only who may be there themselves. */
function drawCompany(
  facts: FactsWithCompany | null,
  decision: Decision,
): Pick<RoomView, "lobby" | "removed" | "intrusions" | "people"> {
  const isIn = decision.kind === "admit" || decision.reason === "elsewhere";
  if (!facts || !isIn) return { lobby: [], removed: [], intrusions: [], people: [] };
  const { inside, absent, lobby, removed, intrusions } = facts.company;
  return {
    people: [
      ...inside.map((one): PersonView => ({ ...one, isInside: true, isExcused: false })),
      ...absent
        .filter(({ seatId }) => seatId !== facts.aboutSeat?.id)
        .map((one): PersonView => ({ ...one, isInside: false, onTwoDevices: false })),
    ],
    lobby: lobby
      .filter(({ seatId }) => seatId !== facts.aboutSeat?.id)
      .map((one): LobbyView => ({ ...one, waitingSince: new Date(one.waitingSince) })),
    removed: removed.map(({ removedAt, askedAt, ...one }) => ({
      ...one,
      removedAt: new Date(removedAt),
      askedAt: askedAt === null ? null : new Date(askedAt),
    })),
    intrusions: intrusions.map(({ at, ...one }) => ({ ...one, at: new Date(at) })),
  };
}

/** Somebody outside the roster learns that it was called off, not why; the rest is not theirs. */
function withoutDetails(decision: Decision): Decision {
  const isCancelled = decision.kind === "refuse" && decision.reason === "cancelled";
  return isCancelled ? { ...decision, why: null } : decision;
}
