import "server-only";
import type { Database } from "@/lib/data/client";
import { findOrAddPerson, findPerson } from "@/lib/data/people";
import { FieldProblems } from "@/lib/domain/problem";
import type { FirstSeat } from "@/lib/domain/roster/first-seat";
import { putOnRoster, type NewSeatOnRoster } from "./put-on-roster";

type FirstRoster = Pick<NewSeatOnRoster, "room" | "at" | "actor"> & { seats: readonly FirstSeat[] };

/**
 * Gives people their seats in a room that was just made, in their order, and invites them. Callers
 * have checked who asks.
 *
 * @throws FieldProblems under each seat's own name: "already-on-roster" for somebody who is named
 *   twice, "not-offered" for an id that is nobody's of this organization.
 */
export async function putFirstOnRoster(
  tx: Database,
  { room, seats, at, actor }: FirstRoster,
): Promise<void> {
  const people = await findPeople(tx, room.organizationId, seats);
  for (const seat of seats) {
    const { field, capacity } = seat;
    const person = people.get(seat);
    if (!person) throw new FieldProblems({ [`${field}/personId`]: "not-offered" });
    const added = await putOnRoster(tx, { room, person, capacity, at, actor });
    if (!added) throw new FieldProblems({ [field]: "already-on-roster" });
  }
}

/** Each seat's person. In the order of addresses, so that of two rosters neither waits for the other. */
async function findPeople(tx: Database, organizationId: string, seats: readonly FirstSeat[]) {
  const people = new Map<FirstSeat, NewSeatOnRoster["person"]>();
  const addressOf = ({ person }: FirstSeat) => person?.email ?? "";
  const ordered = [...seats].sort((a, b) => addressOf(a).localeCompare(addressOf(b)));
  for (const seat of ordered) {
    const person = seat.person
      ? await findOrAddPerson(tx, organizationId, seat.person)
      : await findPerson(tx, organizationId, seat.personId);
    if (person) people.set(seat, person);
  }
  return people;
}
