import "server-only";
import { inTransaction } from "@/lib/data/client";
import { insertLink } from "@/lib/data/personal-links";
import { appendRecord } from "@/lib/data/record";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { recordActorOf } from "@/lib/operations/record-actor";
import { requireScope } from "@/lib/operations/require-scope";
import { requireStandingRoom } from "@/lib/operations/rooms/require-room";
import { requireSeatOfRoom } from "@/lib/operations/roster/require-seat-of-room";
import { linkPath, makeLinkToken } from "./link-token";

/**
 * Makes a personal link for a seat, to hand over by other ways than mail. Its path is shown this
 * once: only its hash is kept. Links made before go on working.
 *
 * @throws AppError "room-not-found", "not-allowed", "room-is-over" or "seat-not-found".
 */
export async function copyLink(
  ctx: Context<PlannerActor>,
  roomId: string,
  seatId: string,
): Promise<string> {
  requireScope(ctx.actor, "links:write");
  await requireStandingRoom(ctx, roomId);
  await requireSeatOfRoom(roomId, seatId);
  const token = makeLinkToken();
  await inTransaction(async (tx) => {
    const linkId = await insertLink(tx, seatId, token, "copied");
    const actor = recordActorOf(ctx.actor);
    await appendRecord(tx, roomId, ctx.now, actor, "link-issued", { seatId, linkId });
  });
  return linkPath(token);
}
