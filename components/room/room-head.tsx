import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import { isSameClock, sayPlace, sayWindow, type Reader } from "@/lib/words/times";
import type { SayRoom } from "./told";

type RoomHeadProps = { view: Wire<RoomView>; say: SayRoom; reader: Reader; now: Date };

/** Who invites, to what, with whom and when. */
export function RoomHead({ view, say, reader, now }: RoomHeadProps) {
  const { room, me } = view;
  if (!room) return null;
  const others = room.hosts.filter((name) => name !== me?.name && !room.title.includes(name));
  const names = new Intl.ListFormat(reader.language).format(others);
  return (
    <header className="flex flex-col gap-1">
      <p className="font-semibold text-quiet">{room.organizationName}</p>
      <h1 className="text-xl font-bold sm:text-2xl">{room.title}</h1>
      {others.length > 0 && <p>{say("with", { names })}</p>}
      <Times room={room} say={say} reader={reader} now={now} />
    </header>
  );
}

type TimesProps = Omit<RoomHeadProps, "view"> & {
  room: NonNullable<Wire<RoomView>["room"]>;
};

/** In the reader's own zone; in the room's below it when clocks differ there. */
function Times({ room, say, reader, now }: TimesProps) {
  const [opensAt, closesAt] = [new Date(room.opensAt), new Date(room.closesAt)];
  const there = { language: reader.language, timeZone: room.timeZone };
  const differs = !isSameClock(opensAt, reader.timeZone, room.timeZone);
  return (
    <>
      <p>
        <time dateTime={room.opensAt}>
          {say("your-time", { when: sayWindow(opensAt, closesAt, reader, now) })}
        </time>
      </p>
      {differs && (
        <p className="text-sm text-quiet">
          {say("there-time", {
            when: sayWindow(opensAt, closesAt, there, now),
            place: sayPlace(room.timeZone),
          })}
        </p>
      )}
    </>
  );
}
