import X from "lucide-react/icons/x";
import { useEffect, useId, useRef, type ReactNode } from "react";
import { useCall } from "./call-context";

type SidePanelProps = { title: string; onClose: () => void; children: ReactNode };

/** Beside the stage on wide windows, from below on phones; never over the bar. Escape closes it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { say } = useCall();
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <aside
      aria-labelledby={titleId}
      onKeyDown={(event) => event.key === "Escape" && !isInQuestion(event.target) && onClose()}
      className="z-20 flex flex-col border-line bg-surface transition-transform motion-safe:starting:translate-y-8 max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:max-h-[85%] max-md:rounded-t max-md:border-t md:mr-2 md:w-90 md:rounded md:border md:motion-safe:starting:translate-x-8 md:motion-safe:starting:translate-y-0"
    >
      <div className="flex items-center justify-between pt-1 pr-1 pl-4">
        <h2
          id={titleId}
          ref={heading}
          tabIndex={-1}
          data-focus-home
          className="text-base outline-none"
        >
          {title}
        </h2>
        <button
          type="button"
          aria-label={say("close")}
          onClick={onClose}
          className="target grid place-items-center rounded text-quiet hover:text-ink"
        >
          <X aria-hidden size={20} />
        </button>
      </div>
      <div className="flex min-h-0 flex-col gap-5 overflow-y-auto px-4 pb-4">{children}</div>
    </aside>
  );
}

/** Escape in a question over the call closes the question, not the panel that asked it. */
function isInQuestion(target: EventTarget): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}
