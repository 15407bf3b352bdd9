import "server-only";
import type { StaffRole } from "@/lib/domain/staff/staff-role";
import { database } from "./client";

/** One organization that somebody is a member of. */
export type Membership = {
  memberId: string;
  organizationId: string;
  organizationName: string;
  personId: string;
  personName: string;
  /** IANA zone of the person. */
  timeZone: string;
  staffRole: StaffRole;
};

/** Every organization whose member has this address, by name; members are known by nothing else. */
export async function listMembershipsOf(address: string): Promise<Membership[]> {
  const members = await database().member.findMany({
    where: { person: { email: address } },
    orderBy: [{ organization: { name: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      organizationId: true,
      personId: true,
      staffRole: true,
      organization: { select: { name: true } },
      person: { select: { name: true, timeZone: true } },
    },
  });
  return members.map(({ id, organization, person, ...member }) => ({
    ...member,
    memberId: id,
    organizationName: organization.name,
    personName: person.name,
    timeZone: person.timeZone,
  }));
}
