import "server-only";
import { randomUUID } from "node:crypto";
import { inTransaction, type Database } from "@/lib/data/client";
import { listColleagues } from "@/lib/data/people";
import { appendRecord } from "@/lib/data/record";
import { insertRoom } from "@/lib/data/rooms";
import { beginsInThePast } from "@/lib/domain/calendar/check-window";
import { FieldProblems } from "@/lib/domain/problem";
import { LEADING_CAPACITY } from "@/lib/domain/room/room-defaults";
import type { NewRoomInput } from "@/lib/domain/room/room-input";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";
import { putFirstOnRoster } from "@/lib/operations/roster/core/put-first-on-roster";

/**
 * Plans a room with the colleague who leads it and the rest of its first roster, all of it or
 * nothing, and invites everyone.
 *
 * `titleFor` makes up the title of a visit that was given none, from the name of who leads it.
 *
 * @throws FieldProblems when it begins in the past, the leader is not of this organization or not
 *   theirs to plan for, somebody is named twice, is of another organization, or gets a capacity that
 *   this kind of room does not have; AppError "scope-missing".
 */
export async function createRoom(
  ctx: Context<PlannerActor>,
  input: NewRoomInput,
  titleFor: (leaderName: string) => string,
): Promise<{ roomId: string }> {
  requireScope(ctx.actor, "rooms:write");
  const { organizationId } = ctx.actor;
  const { kind, leaderId, seats, window, timeZone } = input;
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
    const leading = { person: null, personId: leaderId, capacity: LEADING_CAPACITY[kind] };
    await putFirstOnRoster(tx, {
      room: { id, organizationId, kind },
      seats: [{ ...leading, field: "leaderId" }, ...seats],
      ...{ at: ctx.now, actor: recordActorOf(ctx.actor) },
    });
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
