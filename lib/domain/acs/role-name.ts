import type { Capacity, Role } from "@/lib/domain/room/role";
import type { RoomsVersion } from "./api-version";

/** How ACS spells the roles. */
export const ROLE_NAMES = {
  presenter: "Presenter",
  collaborator: "Collaborator",
  attendee: "Attendee",
  consumer: "Consumer",
} as const satisfies Record<Role, string>;

/** The role of whoever is given none. */
export const USUAL_ROLE = "attendee" satisfies Role;

/** What a seat is called on our screens that came through the API with a role alone. */
export const CAPACITY_OF_ROLE = {
  presenter: "host",
  collaborator: "speaker",
  attendee: "helper",
  consumer: "audience",
} as const satisfies Record<Role, Capacity>;

/** The role of that name; null when the version knows none. The name counts to the letter. */
export function readRoleName(name: string, version: RoomsVersion): Role | null {
  const role = Object.keys(ROLE_NAMES)
    .filter((key): key is Role => key in ROLE_NAMES)
    .find((key) => ROLE_NAMES[key] === name);
  return role && isKnownTo(role, version) ? role : null;
}

/**
 * How a version names a role. One that does not know Collaborators sees attendees in them: the role
 * it knows that is allowed the most of what they are, and nothing that they are not.
 */
export function roleName(role: Role, version: RoomsVersion): string {
  return isKnownTo(role, version) ? ROLE_NAMES[role] : ROLE_NAMES.attendee;
}

function isKnownTo(role: Role, { hasCollaborator }: RoomsVersion): boolean {
  return role !== "collaborator" || hasCollaborator;
}
