import "server-only";
import { findOrAddPeopleOf } from "@/lib/data/acs-users";
import { inTransaction, type Database } from "@/lib/data/client";
import type { JoinFacts } from "@/lib/data/join-facts-row";
import { renameGuest } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { addSeat } from "@/lib/data/roster";
import { findSeatOfPerson } from "@/lib/data/seats";
import { DEFAULT_ROLE } from "@/lib/domain/room/role";
import { VISITOR_CAPACITY } from "@/lib/domain/room/room-kind";
import { nameKey } from "@/lib/domain/roster/name-key";
import type { CallingUser, Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { findUsersRoom } from "./find-users-room";
import { requireFreeName } from "./require-free-name";
import type { RoomVisitor } from "./room-visitor";

export type Coming = {
  /** The room's id in the form of ACS. */
  acsRoomId: string;
  deviceId: string;
  /** What they want to be called there; null leaves it as it is. */
  name: string | null;
};

/**
 * Makes a program's user ready to join: whoever comes to an open room gets a seat as its visitors
 * do, and who has no address of their own takes the name their page gives. Nothing is done for
 * somebody whom the room refuses.
 *
 * @returns the user as whoever looks at that room; of a room that is none of theirs nothing is known.
 * @throws FieldProblems "name-of-host".
 */
export async function comeAsUser(
  ctx: Context<CallingUser>,
  { acsRoomId, deviceId, name }: Coming,
): Promise<RoomVisitor> {
  const { actor, now, announce } = ctx;
  const visitor = await findUsersRoom(actor, acsRoomId, deviceId);
  const { decision, facts } = await decideForSeat({ ...visitor, now });
  if (!facts || decision.kind === "refuse") return visitor;
  if (!facts.aboutSeat && !actor.mayTakeSeat) return visitor;
  const seatId = await inTransaction(async (tx) => {
    const { seatId: id, person } = facts.aboutSeat
      ? { seatId: facts.aboutSeat.id, person: facts.aboutSeat.person }
      : await takeSeat(tx, actor, facts, now);
    if (name !== null && nameKey(name) !== nameKey(person.name)) {
      await requireFreeName(tx, visitor.roomId, name);
      await renameGuest(tx, person.id, name);
    }
    return id;
  });
  announce(visitor.roomId);
  return { ...visitor, seatId, organizationId: actor.organizationId };
}

async function takeSeat(
  tx: Database,
  { organizationId, resourceId, rawId }: CallingUser,
  { room, aboutRoom: { id: roomId } }: JoinFacts,
  at: Date,
) {
  const people = await findOrAddPeopleOf(tx, { organizationId, resourceId }, [rawId]);
  const personId = people.get(rawId);
  if (!personId) throw new Error("a raw id became nobody");
  const person = { id: personId, name: "" };
  const capacity = VISITOR_CAPACITY[room.kind];
  const role = DEFAULT_ROLE[capacity];
  const seat = await addSeat(tx, { organizationId, roomId, personId, role, capacity });
  // Their other page was faster.
  if (!seat) return { seatId: await findSeatOfPerson(tx, roomId, personId), person };
  const line = { seatId: seat.id, role };
  await appendRecord(tx, roomId, at, `seat:${seat.id}`, "seat-added", line);
  return { seatId: seat.id, person };
}
