import "server-only";

/** Whoever looks at a room: the seat they have proved to be theirs, and the device they use. */
export type RoomVisitor = {
  kind: "visitor";
  roomId: string;
  /** A seat of this room; null for somebody without one. */
  seatId: string | null;
  /** Of the seat. */
  organizationId: string | null;
  deviceId: string;
  /** The personal link that proves the seat; null for a member who signed in, and for programs. */
  linkId: string | null;
  /** Whose link they hold that is not good any more, masked; null in every other case. */
  linkOwner: string | null;
};
