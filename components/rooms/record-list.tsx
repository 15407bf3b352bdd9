import { sayDayAndTime, type Reader } from "@/lib/words/times";
import { sayRecordLine, type RecordLine } from "./say-record-line";

type RecordListProps = {
  lines: readonly RecordLine[];
  /** Names by `seat:<id>` and `member:<id>`. */
  names: ReadonlyMap<string, string>;
  reader: Reader;
  now: Date;
};

/** A room's record as plain sentences, one a line. */
export function RecordList({ lines, names, reader, now }: RecordListProps) {
  return (
    <ol className="flex flex-col">
      {lines.map((line) => (
        <li
          key={line.position}
          className="flex flex-col gap-x-4 border-b border-line py-2 sm:flex-row"
        >
          <time dateTime={line.at.toISOString()} className="w-52 shrink-0 text-quiet tabular-nums">
            {sayDayAndTime(line.at, reader, now)}
          </time>
          <span>{sayRecordLine(line, names)}</span>
        </li>
      ))}
    </ol>
  );
}
