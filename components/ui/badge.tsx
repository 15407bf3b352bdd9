import type { ReactNode } from "react";
import type { Tone } from "./notice";
import { joinClasses } from "./join-classes";

const LOOK = {
  open: "text-open",
  soon: "text-soon",
  stop: "text-stop",
  quiet: "text-quiet",
} as const satisfies Record<Tone, string>;

/** A state in a word or two, with a dot of its colour. */
export function Badge({ tone = "quiet", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={joinClasses("inline-flex items-center gap-2 text-sm font-semibold", LOOK[tone])}
    >
      <span aria-hidden className="size-2 shrink-0 rounded-full bg-current" />
      {children}
    </span>
  );
}
