import "server-only";
import { randomUUID } from "node:crypto";
import { inTransaction, type Database } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { findOrAddPerson, listColleagues } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { insertRoom } from "@/lib/data/rooms";
import { addSeat, listReachableSeatIds } from "@/lib/data/roster";
import { beginsInThePast } from "@/lib/domain/calendar/check-window";
import { FieldProblems } from "@/lib/domain/problem";
import { DEFAULT_ROLE, type Capacity } from "@/lib/domain/room/role";
import { LEADING_CAPACITY } from "@/lib/domain/room/room-defaults";
import type { NewRoomInput } from "@/lib/domain/room/room-input";
import { VISITOR_CAPACITY } from "@/lib/domain/room/room-kind";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";

/**
 * Plans a room with the colleague who leads it and perhaps a first guest, and invites both.
 *
 * `titleFor` makes up the title of a visit that was given none, from the name of who leads it.
 *
 * @throws FieldProblems when it begins in the past, the leader is not of this organization or not
 *   theirs to plan for, or guest and leader are the same person; AppError "scope-missing".
 */
export async function createRoom(
  ctx: Context<PlannerActor>,
  input: NewRoomInput,
  titleFor: (leaderName: string) => string,
): Promise<{ roomId: string }> {
  requireScope(ctx.actor, "rooms:write");
  const { organizationId } = ctx.actor;
  const { kind, leaderId, guest, window, timeZone } = input;
  if (beginsInThePast(window, ctx.now)) throw new FieldProblems({ date: "in-the-past" });
  const roomId = await inTransaction(async (tx) => {
    const leader = await requireLeader(tx, ctx.actor, leaderId);
    const id = await insertRoom(tx, organizationId, {
      ...{ kind, window, timeZone, access: input.access, lobby: input.lobby },
      ...{ leadMinutes: input.leadMinutes, seatLimit: input.seatLimit },
      title: input.title || titleFor(leader.name),
      ...{ calendarUid: randomUUID(), calendarSequence: 0 },
    });
    await appendRecord(tx, id, ctx.now, recordActorOf(ctx.actor), "room-created", {
      opensAt: window.opensAt.toISOString(),
      closesAt: window.closesAt.toISOString(),
    });
    await seat(tx, ctx, id, leaderId, LEADING_CAPACITY[kind]);
    if (guest) {
      const known = { ...guest, timeZone, birthYear: null };
      const person = await findOrAddPerson(tx, organizationId, known);
      await seat(tx, ctx, id, person.id, VISITOR_CAPACITY[kind]);
    }
    const seatIds = await listReachableSeatIds(tx, id);
    await enqueueAll(
      tx,
      "send-invitation",
      seatIds.map((seatId) => ({ seatId })),
    );
    return id;
  });
  ctx.announce(roomId);
  return { roomId };
}

async function requireLeader(tx: Database, actor: PlannerActor, leaderId: string) {
  const colleagues = await listColleagues(tx, actor.organizationId);
  const leader = colleagues.find(({ personId }) => personId === leaderId);
  if (!leader) throw new FieldProblems({ leaderId: "not-offered" });
  if (!mayPlanFor(actor, leaderId)) {
    throw new FieldProblems({ leaderId: "not-your-room" });
  }
  return leader;
}

function mayPlanFor(actor: PlannerActor, personId: string): boolean {
  if (actor.kind === "program") return true;
  return personId === actor.personId || staffCan(actor.staffRole, "planForOthers");
}

async function seat(
  tx: Database,
  { actor, now }: Context<PlannerActor>,
  roomId: string,
  personId: string,
  capacity: Capacity,
): Promise<void> {
  const role = DEFAULT_ROLE[capacity];
  const { organizationId } = actor;
  const added = await addSeat(tx, { organizationId, roomId, personId, role, capacity });
  if (!added) throw new FieldProblems({ guestEmail: "already-on-roster" });
  await appendRecord(tx, roomId, now, recordActorOf(actor), "seat-added", {
    seatId: added.id,
    role,
  });
}
