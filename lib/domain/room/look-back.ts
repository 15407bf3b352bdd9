import { can } from "./permissions";
import type { Role } from "./role";

type Reader = {
  role: Role;
  isRemoved: boolean;
  /** They have been in one of the room's calls themselves. */
  wasInCall: boolean;
};

/**
 * What somebody with a seat may read of what was: who was there is for everybody who was there
 * themselves; for those who lead, unless they were removed, it is all, and the record, too.
 */
export function lookBackFor({ role, isRemoved, wasInCall }: Reader) {
  const leads = can(role, "readRecord") && !isRemoved;
  return { whoWasHere: leads || wasInCall, record: leads };
}

export type LookBack = ReturnType<typeof lookBackFor>;
