import type { StaffRole } from "./staff-role";

const yes = true;
const no = false;

/**
 * What a member may do in the organization, whatever seats they have. A host sees only rooms in
 * which they sit, and manages those in which they are presenter.
 */
// prettier-ignore
const STAFF_PERMISSIONS = {
  seeEveryRoom:       { owner: yes, manager: yes, host: no },
  manageEveryRoom:    { owner: yes, manager: yes, host: no },
  planForOthers:      { owner: yes, manager: yes, host: no },
  manageIntegrations: { owner: yes, manager: yes, host: no },
} as const satisfies Record<string, Record<StaffRole, boolean>>;

export type StaffAction = keyof typeof STAFF_PERMISSIONS;

/** Whether a member with that staff role may do `action`. The only way code asks about it. */
export function staffCan(staffRole: StaffRole, action: StaffAction): boolean {
  return STAFF_PERMISSIONS[action][staffRole];
}
