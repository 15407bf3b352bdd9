import { Badge } from "@/components/ui/badge";
import type { Decision } from "@/lib/domain/room/decision";
import type { Capacity } from "@/lib/domain/room/role";
import { sayDayAndTime, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { outlookTone, sayEntry } from "./say-outlook";

type RehearsedLine = {
  seatId: string;
  name: string;
  capacity: Capacity;
  waitsInLobby: boolean;
  answers: { at: Date; decision: Decision }[];
};

type RehearsalTableProps = { seats: readonly RehearsedLine[]; reader: Reader; now: Date };

/** Each person by each moment: what they would read. A table where there is room, else a list. */
export function RehearsalTable(props: RehearsalTableProps) {
  return (
    <>
      <List {...props} />
      <Table {...props} />
    </>
  );
}

function List({ seats, reader, now }: RehearsalTableProps) {
  return (
    <ul className="rounded border border-line bg-surface lg:hidden">
      {seats.map((seat) => (
        <li key={seat.seatId} className="border-b border-line px-4 py-3 last:border-b-0">
          <Who seat={seat} />
          <dl className="mt-2 flex flex-col gap-2">
            {seat.answers.map((answer) => (
              <div key={answer.at.getTime()}>
                <dt className="text-sm text-quiet tabular-nums">
                  {sayDayAndTime(answer.at, reader, now)}
                </dt>
                <dd>
                  <Answer seat={seat} answer={answer} reader={reader} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Who({ seat: { name, capacity } }: { seat: RehearsedLine }) {
  return (
    <p className="font-semibold wrap-anywhere">
      {name}
      <span className="block text-sm font-normal text-quiet">
        {words("rooms")(`capacity-${capacity}`)}
      </span>
    </p>
  );
}

type AnswerProps = {
  seat: RehearsedLine;
  answer: RehearsedLine["answers"][number];
  reader: Reader;
};

function Answer({ seat, answer: { at, decision }, reader }: AnswerProps) {
  const outlook = { decision, isInside: false, waitsInLobby: seat.waitsInLobby };
  return <Badge tone={outlookTone(outlook)}>{sayEntry(outlook, reader, at)}</Badge>;
}

function Table({ seats, reader, now }: RehearsalTableProps) {
  const say = words("rooms");
  const moments = seats[0]?.answers.map(({ at }) => at) ?? [];
  return (
    <div className="rounded border border-line bg-surface max-lg:hidden">
      <table className="w-full text-left">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-72 border-r border-line px-4 py-3">
              {say("rehearsal-person")}
            </th>
            {moments.map((at) => (
              <th key={at.getTime()} scope="col" className="px-4 py-3">
                {sayDayAndTime(at, reader, now)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.seatId} className="border-b border-line last:border-b-0">
              <th scope="row" className="border-r border-line px-4 py-3">
                <Who seat={seat} />
              </th>
              {seat.answers.map((answer) => (
                <td key={answer.at.getTime()} className="px-4 py-3">
                  <Answer seat={seat} answer={answer} reader={reader} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
