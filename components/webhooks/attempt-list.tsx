import type { AttemptError } from "@/lib/domain/webhook/attempt";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

export type AttemptView = {
  at: Date;
  status: number | null;
  error: AttemptError | null;
  ms: number;
};

type AttemptListProps = { attempts: readonly AttemptView[]; reader: Reader; now: Date };

/** Each try of one message, newest first. */
export function AttemptList({ attempts, reader, now }: AttemptListProps) {
  const say = words("webhooks");
  return (
    <ol className="rounded border border-line bg-surface">
      {attempts.map(({ at, status, error, ms }) => (
        <li
          key={at.getTime()}
          className="flex flex-col border-b border-line px-4 py-3 last:border-b-0"
        >
          <p className="font-semibold">
            {sayWhen(at, reader, now)}
            {status !== null && ` · ${say("answered", { status: String(status) })}`}
            {` · ${say("attempt-ms", { ms })}`}
          </p>
          {error && <p className="text-sm text-quiet">{say(`error-${error}`)}</p>}
        </li>
      ))}
    </ol>
  );
}
