import "server-only";
import { inTransaction } from "@/lib/data/client";
import { findOrAddPerson } from "@/lib/data/people";
import { FieldProblems } from "@/lib/domain/problem";
import type { AddPersonInput } from "@/lib/domain/roster/roster-input";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { putOnRoster, type SeatOnRoster } from "./core/put-on-roster";

export type AddedPerson = SeatOnRoster & {
  /** The name they stand under; another than the one given when their address was known before. */
  name: string;
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
  const room = await requireStandingRoom(ctx, roomId);
  const added = await inTransaction(async (tx) => {
    const person = await findOrAddPerson(tx, room.organizationId, given);
    const actor = recordActorOf(ctx.actor);
    const seat = await putOnRoster(tx, { room, person, capacity, at: ctx.now, actor });
    if (!seat) throw new FieldProblems({ email: "already-on-roster" });
    return { ...seat, name: person.name };
  });
  ctx.announce(roomId);
  return added;
}
