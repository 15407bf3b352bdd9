import "server-only";
import { database } from "@/lib/data/client";
import { listPutOuts, listStays, type ListedStay, type PutOut } from "@/lib/data/stays";
import { joinStays } from "@/lib/domain/call/join-stays";
import { mediaGrantFor } from "@/lib/domain/call/media-grant";
import type { Stay } from "@/lib/domain/call/stay";
import { staysUntil } from "@/lib/domain/call/stays-until";
import { AppError } from "@/lib/domain/errors";
import { lookBackFor } from "@/lib/domain/room/look-back";
import { ROLES, type Capacity } from "@/lib/domain/room/role";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import type { RoomVisitor } from "./room-visitor";

export type WasHere = {
  seatId: string;
  name: string;
  capacity: Capacity;
  isMe: boolean;
  /** In order; the end of the last is null while they are inside. */
  stays: Stay[];
};

export type WhoWasHere = {
  title: string;
  kind: RoomKind;
  organizationName: string;
  /** IANA name of the reader's zone. */
  timeZone: string;
  people: WasHere[];
};

/**
 * Who was in a room's call, and when: for everybody who was there themselves, and for those who
 * lead it and were not removed. Nobody else reads who sat in a webinar's audience. Whoever was
 * removed reads nothing of what came after.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "not-allowed".
 */
export async function listWhoWasHere({ actor, now }: Context<RoomVisitor>): Promise<WhoWasHere> {
  const { roomId } = actor;
  const { facts } = await decideForSeat({ ...actor, now });
  if (!facts?.seat || !facts.aboutSeat) throw new AppError("room-not-found");
  const { room, aboutRoom, aboutSeat, seat, wasInCall } = facts;
  const isRemoved = seat.removed !== null;
  const mayRead = lookBackFor({ role: seat.role, isRemoved, wasInCall });
  if (!mayRead.whoWasHere) throw new AppError("not-allowed", { roomId });
  // Who leads reads of a hidden audience, too: whoever may read the record.
  const roles = ROLES.filter(
    (role) => mayRead.record || !mediaGrantFor(role, room.kind, []).hidden,
  );
  const [listed, putOuts] = await Promise.all([
    listStays(database(), roomId, { roles, seatId: aboutSeat.id }),
    listPutOuts(database(), roomId),
  ]);
  return {
    title: aboutRoom.title,
    kind: room.kind,
    organizationName: aboutRoom.organizationName,
    timeZone: aboutSeat.person.timeZone,
    people: toPeople(
      seat.removed ? staysUntil(listed, seat.removed.at) : listed,
      putOuts,
      aboutSeat.id,
    ),
  };
}

/** One entry a person, in the order in which they came first. */
function toPeople(
  listed: readonly ListedStay[],
  putOuts: readonly PutOut[],
  ownSeatId: string,
): WasHere[] {
  const staysOf = new Map<string, Stay[]>();
  for (const { seatId, joinedAt, leftAt } of listed) {
    staysOf.set(seatId, [...(staysOf.get(seatId) ?? []), { joinedAt, leftAt }]);
  }
  const firsts = new Map([...listed].reverse().map((stay) => [stay.seatId, stay]));
  return [...staysOf].flatMap(([seatId, stays]) => {
    const first = firsts.get(seatId);
    if (!first) return [];
    const { name, capacity } = first;
    const putOutAt = putOuts.filter((out) => out.seatId === seatId).map(({ at }) => at);
    const told = joinStays(stays, putOutAt);
    return [{ seatId, name, capacity, isMe: seatId === ownSeatId, stays: told }];
  });
}
