import "server-only";
import { findCalledRoom } from "@/lib/data/called-rooms";
import { database } from "@/lib/data/client";
import { findRoomIdProblem } from "@/lib/domain/acs/acs-room-id";
import type { CallingUser } from "@/lib/operations/context";
import type { RoomVisitor } from "./room-visitor";

/** No room has it. */
const NO_ROOM = "";

/**
 * A program's user as whoever looks at a room of their organization, named by its id in the form of
 * ACS; every other room is none.
 */
export async function findUsersRoom(
  { organizationId, personId }: CallingUser,
  acsRoomId: string,
  deviceId: string,
): Promise<RoomVisitor> {
  const found = findRoomIdProblem(acsRoomId)
    ? null
    : await findCalledRoom(database(), organizationId, acsRoomId, personId);
  return {
    kind: "visitor",
    roomId: found?.roomId ?? NO_ROOM,
    seatId: found?.seatId ?? null,
    organizationId: found?.seatId ? organizationId : null,
    deviceId,
    linkId: null,
    linkOwner: null,
  };
}
