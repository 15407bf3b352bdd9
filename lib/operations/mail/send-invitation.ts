import "server-only";
import type { SeatPayload } from "@/lib/data/job-queue";
import { bringUpToDate } from "./bring-up-to-date";
import type { MailContext } from "./mail-context";

/**
 * Invites a seat's person, again when they were invited before somebody asked for this. Writes
 * nothing to whoever is not expected any more.
 *
 * @throws Error when the mail could not be handed over; trying again later is right.
 */
export function sendInvitation(ctx: MailContext, { seatId }: SeatPayload): Promise<void> {
  return bringUpToDate(ctx, seatId, ctx.job.askedAt);
}
