import "server-only";
import { isId } from "@/lib/domain/id";
import type { Database } from "./client";

/** One of a room's calls. Its name is a secret of the media server and of the gate. */
export type PastCall = { id: string; startedAt: Date; endedAt: Date | null };

const CALL = { id: true, startedAt: true, endedAt: true } as const;

/** A room's calls, oldest first, from the one behind `after` on, at most `limit`. */
export function listCallPage(
  tx: Database,
  roomId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<PastCall[]> {
  return tx.call.findMany({
    where: { roomId, ...(after && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: limit,
    select: CALL,
  });
}

/** One of that room's calls; null for every other. */
export async function findPastCall(
  tx: Database,
  roomId: string,
  callId: string,
): Promise<PastCall | null> {
  if (!isId(callId)) return null;
  return tx.call.findUnique({ where: { id: callId, roomId }, select: CALL });
}

/** One connection of a seat to a call. */
export type PastStay = {
  id: string;
  callId: string;
  seatId: string;
  joinedAt: Date;
  /** Itself no longer inside; null while they are. */
  leftAt: Date | null;
};

/** The stays in a room's calls in the order in which we learned of them; at most `limit`. */
export function listStayPage(
  tx: Database,
  roomId: string,
  { after, limit, isInside }: { after: string | null; limit: number; isInside: boolean },
): Promise<PastStay[]> {
  return tx.presence.findMany({
    where: {
      roomId,
      ...(isInside && { leftAt: null, call: { endedAt: null } }),
      ...(after && { id: { gt: after } }),
    },
    orderBy: { id: "asc" },
    take: limit,
    select: { id: true, callId: true, seatId: true, joinedAt: true, leftAt: true },
  });
}
