import "server-only";
import { database } from "@/lib/data/client";
import { findLink } from "@/lib/data/personal-links";
import { findSeatOfPerson } from "@/lib/data/seats";
import { isId } from "@/lib/domain/id";
import { maskAddress } from "@/lib/domain/roster/mask-address";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { deviceOf } from "./device";
import { readCookie } from "./request-cookies";
import { SEAT_COOKIE } from "./seat-cookie";
import { findMembershipBy } from "./session";

type Proof = Pick<RoomVisitor, "seatId" | "organizationId" | "linkId" | "linkOwner">;

const NOBODY: Proof = { seatId: null, organizationId: null, linkId: null, linkOwner: null };

/**
 * Who asks about this room: the seat of the personal link that the browser holds, else the signed-in
 * member's own seat. Asked anew for every request: a revoked link is good for nothing from the next
 * one on.
 */
export async function visitorOf(asked: Headers, roomId: string): Promise<RoomVisitor> {
  const deviceId = deviceOf(asked);
  const proof = isId(roomId) ? await proofOf(asked, roomId) : NOBODY;
  return { kind: "visitor", roomId, deviceId, ...proof };
}

async function proofOf(asked: Headers, roomId: string): Promise<Proof> {
  const token = readCookie(asked, SEAT_COOKIE);
  const found = token ? await findLink(database(), token) : null;
  const link = found?.roomId === roomId ? found : null;
  if (link && !link.isRevoked) {
    const { id: linkId, seatId, organizationId } = link;
    return { ...NOBODY, seatId, organizationId, linkId };
  }
  const member = await findMembershipBy(asked);
  const seatId = member && (await findSeatOfPerson(database(), roomId, member.personId));
  if (seatId) return { ...NOBODY, seatId, organizationId: member.organizationId };
  return { ...NOBODY, linkOwner: link && maskAddress(link.email) };
}
