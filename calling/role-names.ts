import type { Role } from "@/lib/domain/room/role";
import type { ParticipantRole } from "@/public/calling/rostrum-calling";

const NAMES = {
  presenter: "Presenter",
  collaborator: "Collaborator",
  attendee: "Attendee",
  consumer: "Consumer",
} as const satisfies Record<Role, ParticipantRole>;

/** A role as the Calling SDK names it. */
export function roleNameOf(role: Role | null): ParticipantRole {
  return role === null ? "Unknown" : NAMES[role];
}
