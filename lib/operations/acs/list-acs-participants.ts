import "server-only";
import { listAcsParticipants as listSeated } from "@/lib/data/acs-roster";
import type { AcsParticipant, Page } from "@/lib/domain/acs/acs-room";
import type { AcsActor, Context } from "@/lib/operations/context";
import { requireAcsRoom, type AcsTarget } from "./require-acs-room";

export const PARTICIPANTS_A_PAGE = 30;

/**
 * One page of a roster in the order in which people came, without those who were taken off.
 *
 * @throws AppError "room-not-found" or "scope-missing".
 */
export async function listAcsParticipants(
  ctx: Context<AcsActor>,
  target: AcsTarget,
  behindSeatId: string | null,
): Promise<Page<AcsParticipant, string>> {
  const room = await requireAcsRoom(ctx, target);
  const found = await listSeated(ctx.actor, room.id, behindSeatId, PARTICIPANTS_A_PAGE + 1);
  const items = found.slice(0, PARTICIPANTS_A_PAGE);
  const last = items.at(-1);
  return { items, next: found.length > PARTICIPANTS_A_PAGE && last ? last.seatId : null };
}
