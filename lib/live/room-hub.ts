import "server-only";
import { listenToDatabase } from "./listen-to-database";
import { readRoomMessage } from "./room-message";

/** The database's channel on which rooms are announced. */
const ROOM_CHANNEL = "room_changed";

/** With a seat's id: it was let in, and the change that this is follows. */
type OnChange = (letInSeatId?: string) => void;

type RoomHub = { listeners: Map<string, Set<OnChange>>; anyRoom: Set<(roomId: string) => void> };

// The server and the pages are bundled apart but share one process and one listening connection.
const shared = globalThis as typeof globalThis & { rostrumRoomHub?: RoomHub };

/**
 * Calls `onChange` whenever the room was announced by any process, and after a gap in
 * which an announcement may have been missed; before that, for each seat that was let in.
 *
 * @returns a function that stops it.
 */
export function onRoomChange(roomId: string, onChange: OnChange): () => void {
  const { listeners } = hub();
  const ofRoom = listeners.get(roomId) ?? new Set();
  listeners.set(roomId, ofRoom.add(onChange));
  return () => {
    ofRoom.delete(onChange);
    if (ofRoom.size === 0) listeners.delete(roomId);
  };
}

/** Calls `onChange` with the id of every announced room; with "" after a gap. */
export function onAnyRoomChange(onChange: (roomId: string) => void): () => void {
  const { anyRoom } = hub();
  anyRoom.add(onChange);
  return () => void anyRoom.delete(onChange);
}

function hub(): RoomHub {
  if (!shared.rostrumRoomHub) {
    const made: RoomHub = { listeners: new Map(), anyRoom: new Set() };
    shared.rostrumRoomHub = made;
    listenToDatabase({
      channel: ROOM_CHANNEL,
      onMessage: (message) => {
        const { roomId, letInSeatId } = readRoomMessage(message);
        const ofRoom = made.listeners.get(roomId) ?? [];
        if (letInSeatId) for (const onChange of [...ofRoom]) onChange(letInSeatId);
        else tell(made, roomId, ofRoom);
      },
      onGap: () =>
        tell(
          made,
          "",
          [...made.listeners.values()].flatMap((ofRoom) => [...ofRoom]),
        ),
    });
  }
  return shared.rostrumRoomHub;
}

function tell({ anyRoom }: RoomHub, roomId: string, ofRoom: Iterable<OnChange>): void {
  for (const onChange of [...ofRoom]) onChange();
  for (const onChange of [...anyRoom]) onChange(roomId);
}
