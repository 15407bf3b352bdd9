import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import type { Role } from "@/lib/domain/room/role";

/** What a presenter may change for somebody who is in the call. */
export type OwnRights = { role: Role; withheld: readonly string[] };

export type OwnChange =
  | { kind: "role-changed"; role: Role }
  | { kind: "source-withheld"; source: Source }
  | { kind: "source-allowed"; source: Source };

/** What was changed for somebody between two views, in the order in which it is told. */
export function ownChanges(before: OwnRights, after: OwnRights): OwnChange[] {
  const changes: OwnChange[] = [];
  if (before.role !== after.role) changes.push({ kind: "role-changed", role: after.role });
  for (const source of SOURCES) {
    const was = before.withheld.includes(source);
    const is = after.withheld.includes(source);
    if (was !== is) changes.push({ kind: is ? "source-withheld" : "source-allowed", source });
  }
  return changes;
}
