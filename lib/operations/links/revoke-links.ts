import "server-only";
import { inTransaction } from "@/lib/data/client";
import { markLinksRevoked } from "@/lib/data/personal-links";
import { appendRecord } from "@/lib/data/record";
import { stopWaitingBy } from "@/lib/data/seat-lobby";
import { forgetTicketsBy } from "@/lib/data/seat-tickets";
import { AppError } from "@/lib/domain/errors";
import { isId } from "@/lib/domain/id";
import { setSeatsRight } from "@/lib/operations/call/set-right";
import { unlessAway } from "@/lib/operations/call/unless-away";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";
import { requireManagedRoom } from "@/lib/operations/rooms/require-room";
import { requireSeatOfRoom } from "@/lib/operations/roster/require-seat-of-room";

type Revocation = {
  roomId: string;
  seatId: string;
  /** Null for all links of the seat. */
  linkId: string | null;
};

/**
 * Makes links good for nothing from now on, also in browsers that came in by them: from the first
 * write on the gate refuses the tickets they were given, then whoever is in the call by one of them
 * is put out. Who came by another link, or signed in, stays. Returns how many links there were.
 *
 * @throws AppError "room-not-found", "not-allowed", "seat-not-found", or "link-not-found" when the
 *   link named is none of the seat's. A media server that does not answer changes nothing: the
 *   conductor puts them out.
 */
export async function revokeLinks(
  ctx: Context<PlannerActor>,
  { roomId, seatId, linkId }: Revocation,
): Promise<{ count: number }> {
  requireScope(ctx.actor, "links:write");
  await requireManagedRoom(ctx, roomId);
  await requireSeatOfRoom(roomId, seatId);
  if (linkId !== null && !isId(linkId)) throw new AppError("link-not-found", { roomId });
  const actor = recordActorOf(ctx.actor);
  const count = await inTransaction(async (tx) => {
    const linkIds = await markLinksRevoked(tx, { seatId, linkId, at: ctx.now });
    // The seat first and then the record, as everywhere: else two could wait for each other.
    await stopWaitingBy(tx, { roomId, seatId, at: ctx.now, actor }, linkIds);
    await forgetTicketsBy(tx, seatId, linkIds);
    for (const id of linkIds) {
      await appendRecord(tx, roomId, ctx.now, actor, "link-revoked", { seatId, linkId: id });
    }
    return linkIds.length;
  });
  if (linkId !== null && count === 0) throw new AppError("link-not-found", { roomId });
  ctx.announce(roomId);
  await unlessAway(() => setSeatsRight(ctx, roomId, [seatId]));
  return { count };
}
