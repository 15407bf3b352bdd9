import Link from "next/link";
import { TimesIn } from "@/components/shell/times-in";
import { Badge } from "@/components/ui/badge";
import type { RoomKind } from "@/lib/domain/room/room-kind";
import type { RoomState } from "@/lib/domain/room/room-state";
import { isSameClock, isSameDay, sayDay, sayHours, sayPlace, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { StateBadge } from "./state-badge";

export type RoomLineView = {
  id: string;
  title: string;
  kind: RoomKind;
  opensAt: Date;
  closesAt: Date;
  /** IANA name. */
  timeZone: string;
  liveAt: Date | null;
  state: RoomState;
  names: string[];
  seatCount: number;
  insideCount: number;
  waitingCount: number;
  excusedCount: number;
};

type RoomListProps = { rooms: readonly RoomLineView[]; reader: Reader; now: Date };

const DAY_MS = 24 * 60 * 60_000;

/** Rooms by the day on which they begin for the reader, whose zone is said once. */
export function RoomList({ rooms, reader, now }: RoomListProps) {
  return (
    <div className="flex flex-col gap-8">
      <TimesIn timeZone={reader.timeZone} />
      {byDay(rooms, reader).map((day) => {
        const [first] = day;
        return (
          first && (
            <section key={first.id} aria-labelledby={`day-${first.id}`}>
              <h2 id={`day-${first.id}`} className="mb-2 text-lg font-semibold">
                <time dateTime={first.opensAt.toISOString()}>
                  {sayHeading(first.opensAt, reader, now)}
                </time>
              </h2>
              <ul className="rounded border border-line bg-surface">
                {day.map((room) => (
                  <RoomLine key={room.id} room={room} reader={reader} now={now} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

function RoomLine({ room, reader, now }: { room: RoomLineView; reader: Reader; now: Date }) {
  const { id, title, names, seatCount, excusedCount } = room;
  const say = words("rooms");
  const people = { names: names.join(", "), more: seatCount - names.length };
  const isAhead = room.state === "coming" || room.state === "open";
  const isOff = room.state === "cancelled" || room.state === "moved";
  return (
    <li className="relative flex flex-col gap-x-6 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 has-[a:hover]:bg-ground sm:grid sm:grid-cols-[9rem_1fr_auto] sm:items-baseline">
      <Hours room={room} reader={reader} now={now} />
      <span className="flex min-w-0 flex-col">
        <Link
          href={`/rooms/${id}`}
          className={`font-semibold after:absolute after:inset-0 after:rounded ${isOff ? "line-through" : ""}`}
        >
          {title}
        </Link>
        <span className="text-sm text-quiet">
          {seatCount === 0 ? say("nobody-yet") : say("with-names", people)}
        </span>
        {excusedCount > 0 && isAhead && (
          <Badge tone="soon">{say("excused-count", { count: excusedCount })}</Badge>
        )}
      </span>
      <StateBadge {...room} isLive={room.liveAt !== null} now={now} />
    </li>
  );
}

/** From when to when for the reader; below it for clocks at the place of a room that is elsewhere. */
function Hours({ room, reader, now }: { room: RoomLineView; reader: Reader; now: Date }) {
  const { opensAt, closesAt, timeZone } = room;
  const there = { ...reader, timeZone };
  const isElsewhere = !isSameClock(opensAt, reader.timeZone, timeZone);
  const when = isElsewhere && sayHours(opensAt, closesAt, there, now);
  return (
    <span className="flex flex-col tabular-nums">
      {sayHours(opensAt, closesAt, reader, now)}
      {when && (
        <span className="text-sm text-quiet">
          {words("rooms")("when-there", { when, place: sayPlace(timeZone) })}
        </span>
      )}
    </span>
  );
}

/** Neighbours in the list that begin on the same day, together. */
function byDay(rooms: readonly RoomLineView[], reader: Reader): RoomLineView[][] {
  const days: RoomLineView[][] = [];
  for (const room of rooms) {
    const day = days.at(-1);
    const [first] = day ?? [];
    if (day && first && isSameDay(first.opensAt, room.opensAt, reader)) day.push(room);
    else days.push([room]);
  }
  return days;
}

function sayHeading(instant: Date, reader: Reader, now: Date): string {
  const say = words("rooms");
  const day = sayDay(instant, reader, now);
  if (isSameDay(instant, now, reader)) return say("today", { day });
  const isTomorrow = isSameDay(instant, new Date(now.getTime() + DAY_MS), reader);
  return isTomorrow ? say("tomorrow", { day }) : day;
}
