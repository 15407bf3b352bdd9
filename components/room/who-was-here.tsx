import { sayDayAndTime, sayTime, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type Stay = { joinedAt: Date; leftAt: Date | null };

type Person = { seatId: string; name: string; isMe: boolean; stays: readonly Stay[] };

type WhoWasHereListProps = { people: readonly Person[]; reader: Reader; now: Date };

/** One line a person: their name, and when they were there. */
export function WhoWasHereList({ people, reader, now }: WhoWasHereListProps) {
  const say = words("whoWasHere");
  const sayStay = ({ joinedAt, leftAt }: Stay) => {
    const from = sayDayAndTime(joinedAt, reader, now);
    return leftAt
      ? say("stay", { from, to: sayTime(leftAt, reader) })
      : say("still-here", { from });
  };
  return (
    <ul className="flex flex-col">
      {people.map(({ seatId, name, isMe, stays }) => (
        <li key={seatId} className="flex flex-col gap-1 border-b border-line py-3">
          <span className="font-semibold">{isMe ? say("me", { name }) : name}</span>
          {stays.map((stay) => (
            <span key={stay.joinedAt.getTime()} className="text-quiet tabular-nums">
              {sayStay(stay)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
