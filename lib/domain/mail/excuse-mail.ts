import type { Excuse } from "@/lib/domain/room/excuse";
import type { Capacity } from "@/lib/domain/room/role";
import { isOver } from "@/lib/domain/room/window";
import {
  factsForRecipient,
  LEADING_CAPACITIES,
  type MailRoom,
  type MailSeat,
  type RecipientFacts,
} from "./mail-facts";

/** Somebody on the roster, and that they can't come, if they said so. */
export type ExcusedPerson = { name: string; capacity: Capacity; excuse: Excuse | null };

/** Everything one who leads may read in a mail about somebody who can't come. */
export type ExcuseFacts = {
  recipient: RecipientFacts;
  name: string;
  capacity: Capacity;
  /** Null once they can come after all. */
  excuse: { reason: string | null } | null;
};

export type ExcuseQuestion = {
  room: MailRoom;
  /** Who would be written to. */
  seat: MailSeat;
  /** Null when they are on the roster no more. */
  person: ExcusedPerson | null;
  /** When they said what the mail would tell; null when it would tell that they can come after all. */
  excusedAt: Date | null;
  now: Date;
};

/**
 * What a mail about an excuse says; null when none is due: there is nothing to come to any more, the
 * recipient does not lead or has no address, or they said something else meanwhile.
 */
export function decideExcuseMail(question: ExcuseQuestion): ExcuseFacts | null {
  const { room, seat, person, excusedAt, now } = question;
  const { email } = seat;
  const isOff = room.cancelled || room.isMoved || room.isEnded || isOver(room.window, now);
  const leads = LEADING_CAPACITIES.includes(seat.capacity) && !seat.removed;
  if (isOff || !leads || email === null || !person) return null;
  const { name, capacity, excuse } = person;
  if (excuse?.at.getTime() !== excusedAt?.getTime()) return null;
  return {
    recipient: factsForRecipient(room, { ...seat, email }, null),
    name,
    capacity,
    excuse: excuse && { reason: excuse.reason },
  };
}
