import "server-only";
import { database } from "@/lib/data/client";
import { listMailStates } from "@/lib/data/mail-states";
import type { MailState } from "@/lib/domain/mail/mail-state";
import type { Context, PlannerActor } from "@/lib/operations/context";
import { requireSeenRoom } from "@/lib/operations/rooms/require-room";

/**
 * Whether the mails to the people of a room went out: when the last one did, whether an address was
 * refused, and whether one is still being tried or was given up.
 *
 * @throws AppError "room-not-found".
 */
export async function listRoomMail(
  ctx: Context<PlannerActor>,
  roomId: string,
): Promise<MailState[]> {
  await requireSeenRoom(ctx, roomId);
  return listMailStates(database(), roomId);
}
