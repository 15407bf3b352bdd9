import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import type { Tone } from "@/components/ui/notice";
import Link from "next/link";
import type { KeyState } from "@/lib/domain/program/key-state";
import type { KeyLine } from "@/lib/domain/program/listed-key";
import { sayWhen, type Reader } from "@/lib/words/times";
import { words } from "@/lib/words/words";

type KeyListProps = { keys: readonly KeyLine[]; reader: Reader; now: Date };

const TONE = { active: "open", expired: "soon", revoked: "quiet" } as const satisfies Record<
  KeyState,
  Tone
>;

/** Every key of the organization, and the way to revoke those that work. */
export function KeyList({ keys, reader, now }: KeyListProps) {
  return (
    <ul className="rounded border border-line bg-surface">
      {keys.map((key) => (
        <KeyItem key={key.id} line={key} reader={reader} now={now} />
      ))}
    </ul>
  );
}

function KeyItem({ line, reader, now }: { line: KeyLine; reader: Reader; now: Date }) {
  const say = words("keys");
  const { id, name, prefix, scopes, state } = line;
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="font-semibold break-words">{name}</h3>
        <Badge tone={TONE[state]}>{say(`state-${state}`)}</Badge>
      </div>
      <p className="text-sm text-quiet">{sayTimes(line, reader, now)}</p>
      <p className="text-sm text-quiet">
        <code>{prefix}…</code> · {scopes.join(", ")}
      </p>
      {state === "active" && (
        <p>
          <Link
            href={`/settings/keys/${id}/revoke`}
            className={buttonLook("bare")}
            aria-label={say("revoke-name", { name })}
          >
            {say("revoke")}
          </Link>
        </p>
      )}
    </li>
  );
}

function sayTimes(line: KeyLine, reader: Reader, now: Date): string {
  const say = words("keys");
  const when = (instant: Date) => ({ when: sayWhen(instant, reader, now) });
  const { createdAt, createdBy, lastUsedAt } = line;
  return [
    say("made", { ...when(createdAt), who: createdBy ?? "none" }),
    lastUsedAt ? say("used", when(lastUsedAt)) : say("used-never"),
    sayEnd(line, when),
  ].join(" · ");
}

function sayEnd(
  { expiresAt, revokedAt, state }: KeyLine,
  when: (instant: Date) => { when: string },
): string {
  const say = words("keys");
  if (revokedAt) return say("revoked-at", when(revokedAt));
  if (!expiresAt) return say("endless");
  return say(state === "expired" ? "expired-at" : "expires", when(expiresAt));
}
