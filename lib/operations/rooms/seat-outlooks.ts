import "server-only";
import { database } from "@/lib/data/client";
import { listRoomJoinFacts } from "@/lib/data/room-join-facts";
import type { Decision } from "@/lib/domain/room/decision";
import { foresee, outlookAt } from "@/lib/domain/room/outlook";
import { remedyFor, type Remedy } from "@/lib/domain/room/remedy";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { toSeatInRoom } from "./rehearse-room";
import { requireSeenRoom } from "./require-room";

/** What the room answers a seat, and what staff can do about it. */
export type SeatOutlook = { decision: Decision; remedy: Remedy | null };

/**
 * What the room answers each seat at `at` (now, for the lines of the roster), by the seat's id. For
 * any other time: if nothing else changed until then and nobody else were inside.
 *
 * @throws AppError "room-not-found".
 */
export async function seatOutlooks(
  ctx: Context<PlannerActor>,
  roomId: string,
  at: Date = ctx.now,
): Promise<Map<string, SeatOutlook>> {
  await requireSeenRoom(ctx, roomId);
  const facts = await listRoomJoinFacts(database(), roomId, ctx.now);
  return new Map(
    facts.flatMap((one) => {
      const seat = toSeatInRoom(one);
      if (!seat || !one.aboutSeat) return [];
      const decision = at === ctx.now ? outlookAt(seat, at) : foresee(seat, at);
      return [[one.aboutSeat.id, { decision, remedy: remedyFor(decision) }] as const];
    }),
  );
}
