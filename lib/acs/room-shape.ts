import "server-only";
import type { AcsRoom } from "@/lib/domain/acs/acs-room";
import type { RoomsVersion } from "@/lib/domain/acs/api-version";
import { formatInstant } from "@/lib/domain/acs/instant";
import { accessOfPolicy, JOIN_POLICY } from "@/lib/domain/acs/join-policy";
import type { RoomAccess } from "@/lib/domain/room/room-kind";
import { badArguments } from "./wire-error";

/** A room as this version shows it. Only one that is open says so: the policy is no part of ACS any more. */
export function toRoomBody(room: AcsRoom, { hasDialOut }: RoomsVersion): Record<string, unknown> {
  return {
    id: room.acsId,
    createdAt: formatInstant(room.createdAt),
    validFrom: formatInstant(room.validFrom),
    validUntil: formatInstant(room.validUntil),
    ...(hasDialOut && { pstnDialOutEnabled: room.pstnDialOutEnabled }),
    ...(room.isOpen && { roomJoinPolicy: JOIN_POLICY.open }),
  };
}

/**
 * What a request says of dial-out and of who may join; null where it says nothing.
 *
 * @throws WireError for values that are none. A version that has no dial-out says nothing of it.
 */
export function readRoomSettings(
  body: Record<string, unknown>,
  { hasDialOut }: RoomsVersion,
): { pstnDialOutEnabled: boolean | null; access: RoomAccess | null } {
  const dialOut = hasDialOut ? (body.pstnDialOutEnabled ?? null) : null;
  const policy = body.roomJoinPolicy ?? null;
  if (dialOut !== null && typeof dialOut !== "boolean") {
    const message = "The value must be true or false.";
    throw badArguments([{ target: "$.pstnDialOutEnabled", message }]);
  }
  const access = accessOfPolicy(policy);
  if (policy !== null && !access) {
    const message = `The value must be ${JOIN_POLICY.invited} or ${JOIN_POLICY.open}.`;
    throw badArguments([{ target: "$.roomJoinPolicy", message }]);
  }
  return { pstnDialOutEnabled: dialOut, access };
}
