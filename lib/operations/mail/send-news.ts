import "server-only";
import type { SeatPayload } from "@/lib/data/job-queue";
import { bringUpToDate } from "./bring-up-to-date";
import type { MailContext } from "./mail-context";

/**
 * Tells a seat's person what changed since the last mail: a change, a new date, a cancellation or
 * their removal. Writes nothing when they know already, and an invitation when they know nothing.
 *
 * @throws Error when the mail could not be handed over; trying again later is right.
 */
export function sendNews(ctx: MailContext, { seatId }: SeatPayload): Promise<void> {
  return bringUpToDate(ctx, seatId, null);
}
