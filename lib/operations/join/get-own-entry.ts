import "server-only";
import { findMailFacts } from "@/lib/data/mail-facts";
import { AppError } from "@/lib/domain/errors";
import { factsForRecipient, type RecipientFacts } from "@/lib/domain/mail/mail-facts";
import type { Context } from "@/lib/operations/context";
import { decideForSeat } from "./decide-for-seat";
import { requireOwnSeat } from "./require-own-seat";
import type { RoomVisitor } from "./room-visitor";

/** What the visitor's own calendar entry may say. */
export type OwnEntry = {
  facts: RecipientFacts;
  /** SEQUENCE of the calendar entry. */
  sequence: number;
};

/**
 * What stands in the visitor's own calendar entry, for as long as there is something to come to.
 *
 * @throws AppError "room-not-found" for somebody without a seat, or "not-allowed".
 */
export async function getOwnEntry({ actor, now }: Context<RoomVisitor>): Promise<OwnEntry> {
  const seatId = requireOwnSeat(actor);
  const { decision } = await decideForSeat({ ...actor, now });
  const isOff = decision.kind === "refuse" && decision.reason !== "too-early";
  const found = isOff ? null : await findMailFacts(seatId);
  if (!found) throw new AppError("not-allowed", { roomId: actor.roomId });
  const { room, seat } = found;
  // Whoever has no address may have the entry all the same; it is written to nobody.
  const facts = factsForRecipient(room, { ...seat, email: seat.email ?? "" }, null);
  return { facts, sequence: room.calendarSequence };
}
