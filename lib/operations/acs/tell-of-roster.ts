import "server-only";
import type { Database } from "@/lib/data/client";
import { enqueueAll } from "@/lib/data/job-queue";
import { appendRecords } from "@/lib/data/record";
import type { RosterPlan } from "@/lib/domain/acs/plan-roster";
import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import type { Role } from "@/lib/domain/room/role";
import type { AcsActor, Context } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";

type Written = Omit<RosterPlan, "added"> & {
  added: { id: string; role: Role; hasAddress: boolean }[];
  /** Ids of seats that are put out of a running call. */
  fromCall: readonly string[];
};

/** Writes down what was done to a roster, and to those who can be written to. */
export async function tellOfRoster(
  tx: Database,
  { actor, now }: Context<AcsActor>,
  roomId: string,
  { added, returned, changed, removed, fromCall }: Written,
): Promise<void> {
  const back = returned.map(({ seat }) => seat);
  const moved = changed.map(({ seat }) => seat);
  await enqueueAll(tx, "send-invitation", reachable([...added, ...back]));
  await enqueueAll(tx, "send-room-change", reachable(moved));
  await enqueueAll(tx, "send-removal", reachable(removed));

  const write = <Kind extends RecordKind>(kind: Kind, facts: RecordFacts[Kind][]) =>
    appendRecords(tx, roomId, now, recordActorOf(actor), kind, facts);
  await write(
    "seat-added",
    added.map(({ id, role }) => ({ seatId: id, role })),
  );
  await write(
    "seat-returned",
    back.map(({ id }) => ({ seatId: id })),
  );
  const roles = [...returned, ...changed].filter(({ seat, role }) => seat.role !== role);
  await write(
    "role-changed",
    roles.map(({ seat, role }) => ({ seatId: seat.id, from: seat.role, to: role })),
  );
  await write(
    "seat-removed",
    removed.map(({ id }) => ({ seatId: id, fromCall: fromCall.includes(id), reason: null })),
  );
}

function reachable(seats: readonly { id: string; hasAddress: boolean }[]): { seatId: string }[] {
  return seats.filter(({ hasAddress }) => hasAddress).map(({ id }) => ({ seatId: id }));
}
