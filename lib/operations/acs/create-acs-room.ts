import "server-only";
import { findOrAddPeopleOf } from "@/lib/data/acs-users";
import { inTransaction } from "@/lib/data/client";
import { insertAcsRoom, tellOfNewAcsRoom, type NewAcsRoom } from "@/lib/data/insert-acs-room";
import { enqueueAll } from "@/lib/data/job-queue";
import type { AcsRoom } from "@/lib/domain/acs/acs-room";
import { parseInstant } from "@/lib/domain/acs/instant";
import { CAPACITY_OF_ROLE } from "@/lib/domain/acs/role-name";
import type { Role } from "@/lib/domain/room/role";
import type { AcsActor, Context } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";

export type NewAcsRoomInput = Pick<
  NewAcsRoom,
  "access" | "times" | "pstnDialOutEnabled" | "titleBegin"
> & {
  /** Role by raw id; callers have checked the form of both. */
  seats: ReadonlyMap<string, Role>;
};

/**
 * Makes a room for a program, a meeting without a lobby and without leads, with its whole roster.
 * Nobody hears of it but those of whom an address is known.
 *
 * @throws AppError "scope-missing".
 */
export async function createAcsRoom(
  ctx: Context<AcsActor>,
  { seats, ...room }: NewAcsRoomInput,
): Promise<AcsRoom> {
  const { organizationId, resourceId } = ctx.actor;
  requireScope(ctx.actor, "rooms:write");
  const made = await inTransaction(async (tx) => {
    const people = await findOrAddPeopleOf(tx, ctx.actor, [...seats.keys()]);
    const roster = { ...room, organizationId, resourceId, seats: seatsOf(people, seats) };
    const line = { at: ctx.now, actor: recordActorOf(ctx.actor) };
    const added = await insertAcsRoom(tx, roster, line);
    await tellOfNewAcsRoom(tx, added, roster, ctx.now);
    const invitations = added.reachableSeatIds.map((seatId) => ({ seatId }));
    await enqueueAll(tx, "send-invitation", invitations);
    return added;
  });
  ctx.announce(made.id);
  const createdAt = parseInstant(made.createdAt);
  if (!createdAt) throw new Error("the database wrote an instant that is none");
  const { times, pstnDialOutEnabled, access } = room;
  return { ...times, acsId: made.acsId, createdAt, pstnDialOutEnabled, isOpen: access === "open" };
}

/** One seat a person, in the order given; of two ids of one person the later counts. */
function seatsOf(people: ReadonlyMap<string, string>, seats: ReadonlyMap<string, Role>) {
  const roles = new Map<string, Role>();
  for (const [rawId, role] of seats) {
    const personId = people.get(rawId);
    if (personId) roles.set(personId, role);
  }
  return [...roles].map(([personId, role]) => ({
    ...{ personId, role },
    capacity: CAPACITY_OF_ROLE[role],
  }));
}
