import "server-only";
import { database } from "@/lib/data/client";
import { findOrganization } from "@/lib/data/organizations";
import { listColleagues, type Colleague } from "@/lib/data/people";
import { AppError } from "@/lib/domain/errors";
import { USUAL_KIND } from "@/lib/domain/room/room-defaults";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import { staffCan } from "@/lib/domain/staff/staff-permissions";
import type { Context, MemberActor } from "@/lib/operations/context";

export type PlanningFacts = {
  /** The kind of room that this organization mostly makes. */
  usualKind: RoomKind;
  /** IANA zone in which the organization lives. */
  timeZone: string;
  /** Who may lead what this member plans. */
  leaders: Colleague[];
};

/**
 * What somebody who plans has to know beforehand.
 *
 * @throws AppError "not-found" when the organization is gone.
 */
export async function getPlanningFacts({ actor }: Context<MemberActor>): Promise<PlanningFacts> {
  const { organizationId, personId, staffRole } = actor;
  const organization = await findOrganization(database(), organizationId);
  if (!organization) throw new AppError("not-found");
  const colleagues = await listColleagues(database(), organizationId);
  const mayPlanFor = (id: string) => id === personId || staffCan(staffRole, "planForOthers");
  return {
    usualKind: USUAL_KIND[organization.kind],
    timeZone: organization.timeZone,
    leaders: colleagues.filter((colleague) => mayPlanFor(colleague.personId)),
  };
}
