import "server-only";
import { inTransaction, type Database } from "@/lib/data/client";
import type { JoinFacts } from "@/lib/data/join-facts-row";
import { findOrAddPerson } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { addSeat } from "@/lib/data/roster";
import { AppError } from "@/lib/domain/errors";
import { DEFAULT_ROLE } from "@/lib/domain/room/role";
import { VISITOR_CAPACITY } from "@/lib/domain/room/room-kind";
import { rememberSeatUntil } from "@/lib/domain/roster/personal-link";
import type { Context } from "@/lib/operations/context";
import { keepNewLink } from "@/lib/operations/links/keep-new-link";
import { decideForSeat } from "./decide-for-seat";
import { requireFreeName } from "./require-free-name";
import type { RoomVisitor } from "./room-visitor";

export type NewGuest = { seatId: string; linkId: string; token: string; until: Date };

/**
 * Gives somebody who came to an open room a seat under the name they say, and a link of their own by
 * which their browser keeps it. Nobody can take the name of one who leads.
 *
 * @throws AppError "room-not-found", "not-allowed" when a name is not what the room asks for now;
 *   FieldProblems.
 */
export async function giveName(ctx: Context<RoomVisitor>, name: string): Promise<NewGuest> {
  const { actor, now, announce } = ctx;
  const { decision, facts } = await decideForSeat({ ...actor, now });
  if (!facts || (!facts.seat && facts.room.access !== "open")) throw new AppError("room-not-found");
  const isAsked = decision.kind === "wait" && decision.reason === "not-ready" && !facts.seat;
  if (!isAsked) throw new AppError("not-allowed", { roomId: actor.roomId });
  const guest = await inTransaction((tx) => seatGuest(tx, facts, name, now));
  announce(actor.roomId);
  return guest;
}

async function seatGuest(
  tx: Database,
  { room, aboutRoom }: JoinFacts,
  name: string,
  at: Date,
): Promise<NewGuest> {
  const { id: roomId, organizationId, timeZone } = aboutRoom;
  await requireFreeName(tx, roomId, name);
  const given = { name, email: null, timeZone, birthYear: null };
  const { id: personId } = await findOrAddPerson(tx, organizationId, given);
  const capacity = VISITOR_CAPACITY[room.kind];
  const role = DEFAULT_ROLE[capacity];
  const seat = await addSeat(tx, { organizationId, roomId, personId, role, capacity });
  if (!seat) throw new Error("a new person has a seat already");
  const actor = `seat:${seat.id}` as const;
  await appendRecord(tx, roomId, at, actor, "seat-added", { seatId: seat.id, role });
  const link = { roomId, seatId: seat.id, origin: "open" as const, at, actor };
  const { linkId, token } = await keepNewLink(tx, link);
  return { seatId: seat.id, linkId, token, until: rememberSeatUntil(room.window.closesAt) };
}
