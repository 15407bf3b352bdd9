import type { RecordFacts, RecordKind } from "@/lib/domain/room/record";
import { sayDayAndTime, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

/** One line of a room's record. */
export type RecordLine = {
  position: number;
  at: Date;
  actor: string;
  kind: RecordKind;
  facts: RecordFacts[RecordKind];
};

type RecordListProps = {
  lines: readonly RecordLine[];
  /** Names by `seat:<id>` and `member:<id>`. */
  names: ReadonlyMap<string, string>;
  reader: Reader;
  now: Date;
};

/** A room's record as plain sentences, one a line. */
export function RecordList({ lines, names, reader, now }: RecordListProps) {
  const say = words("record");
  const nameOfActor = (actor: string) => {
    if (actor === "system") return say("system");
    return names.get(actor) ?? (actor.startsWith("key:") ? say("program") : say("staff"));
  };
  const nameOfSeat = (facts: RecordLine["facts"]) => {
    const seatId = "seatId" in facts ? facts.seatId : null;
    return (seatId && names.get(`seat:${seatId}`)) || say("unknownSeat");
  };
  return (
    <ol className="flex flex-col">
      {lines.map(({ position, at, actor, kind, facts }) => (
        <li key={position} className="flex flex-col gap-x-4 border-b border-line py-2 sm:flex-row">
          <time dateTime={at.toISOString()} className="w-52 shrink-0 text-quiet tabular-nums">
            {sayDayAndTime(at, reader, now)}
          </time>
          <span>
            {say(kind, { who: nameOfActor(actor), seat: nameOfSeat(facts), ...reasonOf(facts) })}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** What was written as the reason of a line that carries one. */
function reasonOf(facts: RecordLine["facts"]) {
  const reason = "reason" in facts ? facts.reason : null;
  return { reason: reason ?? "", isReasoned: reason ? "yes" : "no" };
}
