import { LINK } from "@/components/ui/link-look";
import type { OperationView } from "@/lib/domain/program/reference-view";
import { words } from "@/lib/words/words";

export type Chapter = {
  /** The id of its heading. */
  id: string;
  title: string;
  operations?: readonly OperationView[];
};

const ENTRY = `inline-flex min-h-6 items-center ${LINK} max-lg:target pointer-coarse:target`;

/** What the page holds: at its head, and on wide screens beside the text all the way down. */
export function Contents({ chapters }: { chapters: readonly Chapter[] }) {
  return (
    <nav
      id="contents"
      aria-label={words("developers")("contents")}
      className="scroll-mt-4 lg:sticky lg:top-0 lg:max-h-dvh lg:overflow-y-auto lg:py-6"
    >
      <ul className="flex flex-col lg:gap-3">
        {chapters.map(({ id, title, operations = [] }) => (
          <li key={id}>
            <a href={`#${id}`} className={`${LINK} font-semibold`}>
              {title}
            </a>
            <OperationLinks operations={operations} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Where there is no room beside the text the folded operations themselves are as short. */
function OperationLinks({ operations }: { operations: readonly OperationView[] }) {
  return (
    <ul className="flex flex-col pl-3 text-sm max-lg:hidden">
      {operations.map(({ id, summary }) => (
        <li key={id}>
          <a href={`#${id}`} className={ENTRY}>
            {summary}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Where the contents are far above: the way back to them, always in reach of a thumb. */
export function ContentsLink() {
  return (
    <a
      href="#contents"
      className="fixed right-4 bottom-4 inline-flex target items-center rounded border border-quiet bg-surface px-4 font-medium text-accent lg:hidden"
    >
      {words("developers")("contents")}
    </a>
  );
}
