import "server-only";
import { findOrAddPeopleOf } from "@/lib/data/acs-users";
import { database, inTransaction } from "@/lib/data/client";
import { insertAcsRoom } from "@/lib/data/insert-acs-room";
import { hasAcsRoom, keepAcsId, markUsersImported } from "@/lib/data/moved-rooms";
import { lockOrganization } from "@/lib/data/organizations";
import type { MovingRoom } from "@/lib/domain/acs/moving-room";
import { CAPACITY_OF_ROLE } from "@/lib/domain/acs/role-name";
import type { Role } from "@/lib/domain/room/role";
import type { AcsActor, Context } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";

/** Nobody outside is told of rooms that move in. */
export type MovingContext = Pick<Context<AcsActor>, "actor" | "now">;

/**
 * Whether a room with that id is here. Those of other organizations do not count: each has its own.
 *
 * @throws AppError "scope-missing".
 */
export async function isMovedIn({ actor }: MovingContext, acsId: string): Promise<boolean> {
  requireScope(actor, "rooms:read");
  return hasAcsRoom(database(), actor.organizationId, acsId);
}

/**
 * Makes a room of another resource one of this organization's, under the id it has there and with
 * its whole roster. Its people's raw ids become users of this resource, so that tokens can be issued
 * for them. All of it or nothing; false, and nothing done, when a room with that id came meanwhile.
 *
 * @throws AppError "scope-missing".
 */
export async function moveRoomIn(
  ctx: MovingContext,
  { acsId, createdAt, times, pstnDialOutEnabled, access }: MovingRoom,
  seats: ReadonlyMap<string, Role>,
  titleBegin: string,
): Promise<boolean> {
  const { actor, now } = ctx;
  const { organizationId, resourceId } = actor;
  requireScope(actor, "rooms:write");
  return inTransaction(async (tx) => {
    // Two runs of the command may bring the same rooms and the same people.
    await lockOrganization(tx, organizationId);
    if (await hasAcsRoom(tx, organizationId, acsId)) return false;
    const people = await findOrAddPeopleOf(tx, actor, [...seats.keys()]);
    await markUsersImported(tx, actor, [...seats.keys()]);
    const roster = new Map<string, Role>();
    for (const [rawId, role] of seats) roster.set(people.get(rawId) ?? rawId, role);
    const room = {
      ...{ organizationId, resourceId, titleBegin, times, pstnDialOutEnabled, access },
      seats: [...roster].map(([personId, role]) => ({
        ...{ personId, role },
        capacity: CAPACITY_OF_ROLE[role],
      })),
    };
    const made = await insertAcsRoom(tx, room, { at: now, actor: recordActorOf(actor) });
    await keepAcsId(tx, made.id, { acsId, createdAt: createdAt.text, titleBegin });
    return true;
  });
}
