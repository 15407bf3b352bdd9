import "server-only";

/** What goes over the database's channel: that something in a room changed, or that a seat was let in. */
type RoomMessage = { roomId: string; letInSeatId?: string | undefined };

export function writeRoomMessage({ roomId, letInSeatId }: RoomMessage): string {
  return letInSeatId ? `${roomId} ${letInSeatId}` : roomId;
}

export function readRoomMessage(text: string): RoomMessage {
  const [roomId = "", letInSeatId] = text.split(" ");
  return { roomId, letInSeatId };
}
