import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { database } from "@/lib/data/client";
import { findLink } from "@/lib/data/personal-links";
import { findSeatOfPerson } from "@/lib/data/seats";
import { isId } from "@/lib/domain/id";
import { maskAddress } from "@/lib/domain/roster/mask-address";
import type { RoomVisitor } from "@/lib/operations/join/room-visitor";
import { deviceOfRequest } from "./device";
import { findMember } from "./member-context";
import { SEAT_COOKIE } from "./seat-cookie";

type Proof = Pick<RoomVisitor, "seatId" | "organizationId" | "byLink" | "linkOwner">;

const NOBODY: Proof = { seatId: null, organizationId: null, byLink: false, linkOwner: null };

/**
 * Who asks about this room: the seat of the personal link that the browser holds, else the signed-in
 * member's own seat. Asked once a request, and anew for every request: a revoked link is good for
 * nothing from the next one on.
 */
export const visitorOf = cache(async (roomId: string): Promise<RoomVisitor> => {
  const deviceId = await deviceOfRequest();
  const proof = isId(roomId) ? await proofOf(roomId) : NOBODY;
  return { kind: "visitor", roomId, deviceId, ...proof };
});

async function proofOf(roomId: string): Promise<Proof> {
  const token = (await cookies()).get(SEAT_COOKIE)?.value;
  const found = token ? await findLink(database(), token) : null;
  const link = found?.roomId === roomId ? found : null;
  if (link && !link.isRevoked) {
    const { seatId, organizationId } = link;
    return { ...NOBODY, seatId, organizationId, byLink: true };
  }
  const member = await findMember();
  const seatId = member && (await findSeatOfPerson(database(), roomId, member.personId));
  if (seatId) return { ...NOBODY, seatId, organizationId: member.organizationId };
  return { ...NOBODY, linkOwner: link && maskAddress(link.email) };
}
