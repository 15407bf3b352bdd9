import type { ReactNode } from "react";

type FoldProps = {
  id: string;
  isOpen: boolean;
  /** What is read while it is folded: a heading. */
  title: ReactNode;
  children: ReactNode;
};

/**
 * A part of a long page, folded. Browsers open it for an address that names it and for their own
 * search, both without script; so its id stands on what is folded, below the title.
 */
export function Fold({ id, isOpen, title, children }: FoldProps) {
  return (
    <details open={isOpen}>
      <summary className="target content-center py-2">{title}</summary>
      <div id={id} className="flex scroll-mt-20 flex-col gap-4 pt-2 pb-6">
        {children}
      </div>
    </details>
  );
}
