import type { Capacity, Role } from "@/lib/domain/room/role";
import { CAPACITY_OF_ROLE } from "./role-name";

/** A line of the roster as it stands, removed or not. */
export type StandingSeat = {
  id: string;
  personId: string;
  role: Role;
  capacity: Capacity;
  isRemoved: boolean;
  hasAddress: boolean;
};

export type RosterPlan = {
  added: { personId: string; role: Role; capacity: Capacity }[];
  /** Were taken off before and come back with this role. */
  returned: { seat: StandingSeat; role: Role; capacity: Capacity }[];
  changed: { seat: StandingSeat; role: Role; capacity: Capacity }[];
  removed: StandingSeat[];
};

/**
 * What has to be done so that these people sit with these roles and those do not sit there at all.
 * Everybody else stays as they are, and so does whoever is already what is asked for.
 */
export function planRoster(
  standing: readonly StandingSeat[],
  wanted: ReadonlyMap<string, Role>,
  unwanted: readonly string[],
): RosterPlan {
  const plan: RosterPlan = { added: [], returned: [], changed: [], removed: [] };
  const seatOf = new Map(standing.map((seat) => [seat.personId, seat]));
  for (const [personId, role] of wanted) {
    const seat = seatOf.get(personId);
    if (!seat) plan.added.push({ personId, role, capacity: CAPACITY_OF_ROLE[role] });
    else if (seat.isRemoved)
      plan.returned.push({ seat, role, capacity: capacityAfter(seat, role) });
    else if (seat.role !== role)
      plan.changed.push({ seat, role, capacity: capacityAfter(seat, role) });
  }
  for (const personId of unwanted) {
    const seat = seatOf.get(personId);
    if (seat && !seat.isRemoved && !wanted.has(personId)) plan.removed.push(seat);
  }
  return plan;
}

/** A capacity that came with the role goes with it; one that staff gave stays. */
function capacityAfter({ role, capacity }: StandingSeat, next: Role): Capacity {
  return capacity === CAPACITY_OF_ROLE[role] ? CAPACITY_OF_ROLE[next] : capacity;
}
