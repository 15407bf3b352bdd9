import type { RoomAccess } from "@/lib/domain/room/room-kind";

/** ACS's words for who may join; no part of its versions any more, and still understood here. */
export const JOIN_POLICY = { invited: "InviteOnly", open: "CommunicationServiceUsers" } as const;

/** The access that a policy means; null for what is none. */
export function accessOfPolicy(policy: unknown): RoomAccess | null {
  if (policy === JOIN_POLICY.open) return "open";
  return policy === JOIN_POLICY.invited ? "invited" : null;
}
