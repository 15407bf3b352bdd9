import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { RoomVisitor } from "./room-visitor";

/**
 * The visitor's seat, for what they do to nobody but themselves.
 *
 * @throws AppError "room-not-found": to somebody without a seat the room does not exist.
 */
export function requireOwnSeat({ seatId }: RoomVisitor): string {
  if (!seatId) throw new AppError("room-not-found");
  return seatId;
}
