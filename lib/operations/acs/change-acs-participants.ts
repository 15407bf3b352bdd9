import "server-only";
import { changeSeats, findPeopleOf, insertSeats, listSeatsOf } from "@/lib/data/acs-roster";
import { findOrAddPeopleOf } from "@/lib/data/acs-users";
import { inTransaction, type Database } from "@/lib/data/client";
import { listDevicesInCall, markSeatsRemoved, type DeviceInCall } from "@/lib/data/roster-changes";
import type { RosterChange } from "@/lib/domain/acs/participants-input";
import { planRoster, type RosterPlan } from "@/lib/domain/acs/plan-roster";
import { toIdentity } from "@/lib/domain/call/participant-identity";
import type { Role } from "@/lib/domain/room/role";
import { setSeatsRight } from "@/lib/operations/call/set-right";
import { unlessAway } from "@/lib/operations/call/unless-away";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireLockedAcsRoom, type AcsTarget } from "./require-acs-room";
import { tellOfRoster } from "./tell-of-roster";

type Done = { roomId: string; changedSeatIds: string[]; gone: DeviceInCall[] };

/**
 * Adds people to a roster, changes roles and takes people off, all of it or nothing. A running call
 * follows at once: first the roster, so that the gate refuses whoever is off it, then connections and
 * grants. A roster may be left without presenters; a program can change that any time.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function changeAcsParticipants(
  ctx: Context<AcsActor>,
  target: AcsTarget,
  change: RosterChange,
): Promise<void> {
  const { roomId, changedSeatIds, gone } = await inTransaction(async (tx) => {
    const room = await requireLockedAcsRoom(tx, ctx, target);
    return carryOut(tx, ctx, room.id, change);
  });
  ctx.announce(roomId);
  await unlessAway(async () => {
    await Promise.all(
      gone.map(({ callName, ...device }) =>
        ctx.calls.removeParticipant(callName, toIdentity(device)),
      ),
    );
    await setSeatsRight(ctx, roomId, changedSeatIds);
  });
}

async function carryOut(
  tx: Database,
  ctx: Context<AcsActor>,
  roomId: string,
  { seats, removed }: RosterChange,
): Promise<Done> {
  const people = await findOrAddPeopleOf(tx, ctx.actor, [...seats.keys()]);
  const wanted = new Map<string, Role>();
  for (const [rawId, role] of seats) wanted.set(people.get(rawId) ?? rawId, role);
  const unwanted = await findPeopleOf(tx, ctx.actor, removed);
  const standing = await listSeatsOf(tx, roomId, [...wanted.keys(), ...unwanted]);
  const plan = planRoster(standing, wanted, unwanted);

  const gone = await listDevicesInCall(
    tx,
    plan.removed.map(({ id }) => id),
  );
  await write(tx, ctx, roomId, plan, gone);
  const changedSeatIds = plan.changed.map(({ seat }) => seat.id);
  return { roomId, changedSeatIds, gone };
}

async function write(
  tx: Database,
  ctx: Context<AcsActor>,
  roomId: string,
  plan: RosterPlan,
  gone: readonly (DeviceInCall & { isInside: boolean })[],
): Promise<void> {
  const { organizationId } = ctx.actor;
  const added = await insertSeats(tx, { organizationId, roomId }, plan.added);
  await changeSeats(tx, roomId, [...plan.returned, ...plan.changed]);
  const fromCall = gone.filter(({ isInside }) => isInside).map(({ seatId }) => seatId);
  const removedIds = plan.removed.map(({ id }) => id);
  const removal = { at: ctx.now, byRole: null, reason: null, fromCall };
  await markSeatsRemoved(tx, removedIds, removal);
  await tellOfRoster(tx, ctx, roomId, { ...plan, added, fromCall });
}
