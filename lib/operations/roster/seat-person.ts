import "server-only";
import { inTransaction } from "@/lib/data/client";
import { findPerson } from "@/lib/data/people";
import { FieldProblems } from "@/lib/domain/problem";
import type { Capacity } from "@/lib/domain/room/role";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { putOnRoster, type SeatOnRoster } from "./core/put-on-roster";

/**
 * Puts somebody on the roster whom the organization knows already, and invites them. Whoever was
 * removed comes back.
 *
 * @throws AppError "room-not-found", "not-allowed", "scope-missing" or "room-is-over"; FieldProblems
 *   for somebody nobody knows, who is there already, or for a capacity that this kind of room does
 *   not have.
 */
export async function seatPerson(
  ctx: Context<PlannerActor>,
  { roomId, personId, capacity }: { roomId: string; personId: string; capacity: Capacity },
): Promise<SeatOnRoster> {
  const room = await requireStandingRoom(ctx, roomId);
  const added = await inTransaction(async (tx) => {
    const person = await findPerson(tx, room.organizationId, personId);
    if (!person) throw new FieldProblems({ personId: "not-offered" });
    const actor = recordActorOf(ctx.actor);
    const seat = await putOnRoster(tx, { room, person, capacity, at: ctx.now, actor });
    if (!seat) throw new FieldProblems({ personId: "already-on-roster" });
    return seat;
  });
  ctx.announce(roomId);
  return added;
}
