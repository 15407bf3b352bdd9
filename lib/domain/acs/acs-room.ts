import type { Role } from "@/lib/domain/room/role";
import { parseInstant, toInstant, type Instant } from "./instant";
import type { RoomTimes } from "./room-times";

/** A room as the wire shows it. */
export type AcsRoom = RoomTimes & {
  acsId: string;
  createdAt: Instant;
  pstnDialOutEnabled: boolean;
  /** Every user of the resource may come in, not only the roster. */
  isOpen: boolean;
};

/** One page of a list, and where the next one begins; null on the last. */
export type Page<Item, Place> = { items: Item[]; next: Place | null };

/** One line of a roster on the wire. */
export type AcsParticipant = { rawId: string; role: Role };

/**
 * An instant of the room with the precision in which a program gave it, for as long as it still is
 * that instant: once somebody moved it, what the program said counts no more.
 */
export function asGiven(text: string | null, at: Date): Instant {
  const given = text === null ? null : parseInstant(text);
  return given?.at.getTime() === at.getTime() ? given : toInstant(at);
}
