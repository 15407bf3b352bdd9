import "server-only";
import type { Database } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import { addSeat } from "@/lib/data/roster";
import type { StoredRoom } from "@/lib/data/rooms";
import { FieldProblems } from "@/lib/domain/problem";
import { DEFAULT_ROLE, type Capacity } from "@/lib/domain/room/role";
import { CAPACITIES_OF } from "@/lib/domain/room/room-kind";

export type NewSeatOnRoster = {
  room: Pick<StoredRoom, "id" | "organizationId" | "kind">;
  person: { id: string; email: string | null };
  capacity: Capacity;
  at: Date;
  actor: RecordActor;
};

export type SeatOnRoster = {
  seatId: string;
  /** They have an address, so their invitation is on its way. */
  isInvited: boolean;
};

/**
 * Gives a person a seat with the role that goes with the capacity, and invites them. Whoever was
 * removed comes back. Null, and nothing done, when they sit there already. Callers have checked who
 * asks and that the person is of the room's organization.
 *
 * @throws FieldProblems for a capacity that this kind of room does not have.
 */
export async function putOnRoster(
  tx: Database,
  { room, person, capacity, at, actor }: NewSeatOnRoster,
): Promise<SeatOnRoster | null> {
  const { id: roomId, organizationId, kind } = room;
  const offered: readonly Capacity[] = CAPACITIES_OF[kind];
  if (!offered.includes(capacity)) throw new FieldProblems({ capacity: "not-offered" });
  const role = DEFAULT_ROLE[capacity];
  const seat = await addSeat(tx, { organizationId, roomId, personId: person.id, role, capacity });
  if (!seat) return null;
  const seatId = seat.id;
  const isInvited = person.email !== null;
  if (isInvited) await enqueue(tx, "send-invitation", { seatId });
  if (seat.wasRemoved) await appendRecord(tx, roomId, at, actor, "seat-returned", { seatId });
  else await appendRecord(tx, roomId, at, actor, "seat-added", { seatId, role });
  return { seatId, isInvited };
}
