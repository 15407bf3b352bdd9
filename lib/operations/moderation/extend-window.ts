import "server-only";
import { isNextRoomBefore } from "@/lib/data/clashes";
import { database, inTransaction } from "@/lib/data/client";
import { markClosing } from "@/lib/data/moderation";
import { appendRecord } from "@/lib/data/record";
import { AppError } from "@/lib/domain/errors";
import { MAX_WINDOW_DAYS } from "@/lib/domain/room/window";
import type { Context, SeatActor } from "@/lib/operations/context";
import { actorOf, requireSeat } from "./require-seat";

/** How much a presenter may add with one press. */
export const EXTENSION_MINUTES = [5, 10, 15] as const;

export type ExtensionMinutes = (typeof EXTENSION_MINUTES)[number];

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Lets a room close later.
 *
 * @throws AppError "room-not-found", "not-allowed" (also past 180 days), "changed-meanwhile" when
 *   somebody else changed the closing at the same time, or "next-room-too-close" when one of its
 *   presenters is expected elsewhere before the new closing.
 */
export async function extendWindow(
  ctx: Context<SeatActor>,
  minutes: ExtensionMinutes,
): Promise<void> {
  const { roomId } = ctx.actor;
  const { room, aboutRoom } = await requireSeat(ctx, "extendWindow");
  const { opensAt, closesAt } = room.window;
  const later = new Date(closesAt.getTime() + minutes * MINUTE_MS);
  if (later.getTime() - opensAt.getTime() > MAX_WINDOW_DAYS * DAY_MS) {
    throw new AppError("not-allowed", { roomId });
  }
  if (await isNextRoomBefore(database(), aboutRoom, { from: closesAt, until: later })) {
    throw new AppError("next-room-too-close", { roomId });
  }
  await inTransaction(async (tx) => {
    if (!(await markClosing(tx, roomId, closesAt, later))) {
      throw new AppError("changed-meanwhile", { roomId });
    }
    const facts = { opensAt: opensAt.toISOString(), closesAt: later.toISOString() };
    await appendRecord(tx, roomId, ctx.now, actorOf(ctx), "window-changed", facts);
  });
  ctx.announce(roomId);
}
