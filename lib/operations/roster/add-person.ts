import "server-only";
import { inTransaction } from "@/lib/data/client";
import { enqueue } from "@/lib/data/job-queue";
import { findOrAddPerson } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { addSeat } from "@/lib/data/roster";
import { FieldProblems } from "@/lib/domain/problem";
import { DEFAULT_ROLE, type Capacity } from "@/lib/domain/room/role";
import { CAPACITIES_OF } from "@/lib/domain/room/room-kind";
import type { AddPersonInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";

export type AddedPerson = {
  seatId: string;
  /** The name they stand under; another than the one given when their address was known before. */
  name: string;
  /** They have an address, so their invitation is on its way. */
  isInvited: boolean;
};

/**
 * Puts a person on the roster and invites them. Whoever was removed comes back.
 *
 * @throws AppError "room-not-found", "not-allowed" or "room-is-over"; FieldProblems for somebody who
 *   is there already and for a capacity that this kind of room does not have.
 */
export async function addPerson(
  ctx: Context<PlannerActor>,
  { roomId, capacity, ...given }: AddPersonInput,
): Promise<AddedPerson> {
  const { organizationId } = ctx.actor;
  const actor = recordActorOf(ctx.actor);
  const room = await requireStandingRoom(ctx, roomId);
  const offered: readonly Capacity[] = CAPACITIES_OF[room.kind];
  if (!offered.includes(capacity)) throw new FieldProblems({ capacity: "not-offered" });

  const added = await inTransaction(async (tx) => {
    const person = await findOrAddPerson(tx, organizationId, given);
    const role = DEFAULT_ROLE[capacity];
    const seat = await addSeat(tx, { organizationId, roomId, personId: person.id, role, capacity });
    if (!seat) throw new FieldProblems({ email: "already-on-roster" });
    const seatId = seat.id;
    const isInvited = person.email !== null;
    if (isInvited) await enqueue(tx, "send-invitation", { seatId });
    if (seat.wasRemoved)
      await appendRecord(tx, roomId, ctx.now, actor, "seat-returned", { seatId });
    else await appendRecord(tx, roomId, ctx.now, actor, "seat-added", { seatId, role });
    return { seatId, name: person.name, isInvited };
  });
  ctx.announce(roomId);
  return added;
}
