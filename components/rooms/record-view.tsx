import { TimesIn } from "@/components/shell/times-in";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { LINK } from "@/components/ui/link-look";
import type { Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";
import { RecordList } from "./record-list";
import type { RecordLine } from "./say-record-line";

type RecordViewProps = {
  record: {
    lines: readonly RecordLine[];
    names: ReadonlyMap<string, string>;
    brokenAt: number | null;
    next: number | null;
  };
  /** The address of its first page. */
  path: string;
  /** The line before the first one shown. */
  after: number;
  reader: Reader;
  now: Date;
};

/** Lines of a room's record, whether they are as they were written, and the way to the others. */
export function RecordView({ record, path, after, reader, now }: RecordViewProps) {
  const say = words("record");
  const { lines, names, brokenAt, next } = record;
  const [count, from] = [lines.length, after + 1];
  const isAll = after === 0 && next === null;
  const intact = isAll ? say("intact", { count }) : say("intact-part", { from, to: after + count });
  return (
    <>
      {brokenAt !== null && (
        <Notice tone="stop" role="alert" title={say("broken", { position: brokenAt })} />
      )}
      {brokenAt === null && count > 0 && <p className="text-quiet">{intact}</p>}
      {count > 0 && <TimesIn timeZone={reader.timeZone} />}
      {count === 0 && after === 0 ? (
        <EmptyState title={say("empty")} />
      ) : (
        <RecordList lines={lines} names={names} reader={reader} now={now} />
      )}
      <p className="flex gap-6">
        {after > 0 && (
          <a className={LINK} href={path}>
            {say("older")}
          </a>
        )}
        {next !== null && (
          <a className={LINK} href={`${path}?after=${next}`}>
            {say("newer")}
          </a>
        )}
      </p>
    </>
  );
}
