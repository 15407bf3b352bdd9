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

/** Each person by each moment: what they would read. Scrolls by itself where it is too wide. */
export function RehearsalTable({ seats, reader, now }: RehearsalTableProps) {
  const say = words("rooms");
  const moments = seats[0]?.answers.map(({ at }) => at) ?? [];
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-quiet lg:hidden">{say("rehearsal-sideways")}</p>
      <div
        role="region"
        aria-label={say("rehearsal-title")}
        tabIndex={0}
        className="overflow-x-auto rounded border border-line bg-surface"
      >
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-line">
              <th
                scope="col"
                className="left-0 border-r border-line bg-surface px-4 py-3 max-lg:sticky"
              >
                {say("rehearsal-person")}
              </th>
              {moments.map((at) => (
                <th key={at.getTime()} scope="col" className="px-4 py-3 whitespace-nowrap">
                  {sayDayAndTime(at, reader, now)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seats.map(({ seatId, name, capacity, waitsInLobby, answers }) => (
              <tr key={seatId} className="border-b border-line last:border-b-0">
                <th
                  scope="row"
                  className="left-0 border-r border-line bg-surface px-4 py-3 font-semibold max-lg:sticky"
                >
                  {name}
                  <span className="block text-sm font-normal text-quiet">
                    {say(`capacity-${capacity}`)}
                  </span>
                </th>
                {answers.map(({ at, decision }) => {
                  const outlook = { decision, isInside: false, waitsInLobby };
                  return (
                    <td key={at.getTime()} className="min-w-44 px-4 py-3">
                      <Badge tone={outlookTone(outlook)}>{sayEntry(outlook, reader, at)}</Badge>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
