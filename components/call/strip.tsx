import type { ReactNode } from "react";

const EDGES = { soon: "border-l-soon", accent: "border-l-accent" } as const;

type StripProps = {
  label: string;
  tone: keyof typeof EDGES;
  children: ReactNode;
};

/** One line above the call: what is to be known all the time, and on the right what can be done. */
export function Strip({ label, tone, children }: StripProps) {
  return (
    <section
      aria-label={label}
      className={`mx-2 mb-2 flex shrink-0 flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded border border-l-4 border-line bg-surface py-1.5 pr-2 pl-4 ${EDGES[tone]}`}
    >
      {children}
    </section>
  );
}
