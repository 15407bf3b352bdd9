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
    <span className={joinClasses("inline-flex gap-2 text-sm font-semibold", LOOK[tone])}>
      <span
        aria-hidden
        className="mt-[0.5lh] size-2 shrink-0 -translate-y-1/2 rounded-full bg-current"
      />
      {children}
    </span>
  );
}
