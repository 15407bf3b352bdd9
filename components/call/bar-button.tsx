import type { LucideIcon } from "lucide-react";
import { joinClasses } from "@/components/ui/join-classes";

type BarButtonProps = {
  icon: LucideIcon;
  /** Stands under the icon. */
  word: string;
  /** Stands there where the window is narrow. */
  shortWord?: string;
  /** What it is called aloud, when the word says too little; begins with the word. */
  name?: string;
  /** For what is on or off. */
  isOn?: boolean;
  /** For what opens a panel. */
  isOpen?: boolean;
  isBusy?: boolean;
  isApart?: boolean;
  /** A number worth seeing. */
  mark?: number | undefined;
  onPress: () => void;
};

const BASE =
  "relative flex min-h-13 min-w-11 flex-col items-center justify-center gap-0.5 rounded border py-1 text-sm transition-colors max-sm:flex-1 sm:min-w-24 sm:px-3";

/** One thing of the bar: an icon with its word under it. */
export function BarButton(props: BarButtonProps) {
  const { icon: Icon, word, shortWord, name, isOn, isOpen, isBusy, isApart, mark, onPress } = props;
  return (
    <button
      type="button"
      aria-label={name ?? word}
      aria-pressed={isOn}
      aria-expanded={isOpen}
      aria-busy={isBusy || undefined}
      onClick={onPress}
      className={joinClasses(
        BASE,
        lookOf(props),
        isApart && "ml-1 sm:ml-6",
        isBusy && "opacity-60",
      )}
    >
      <Icon aria-hidden size={22} />
      {shortWord ? (
        <>
          <span className="sm:hidden">{shortWord}</span>
          <span className="max-sm:hidden">{word}</span>
        </>
      ) : (
        <span>{word}</span>
      )}
      {mark !== undefined && (
        <span className="absolute top-0 left-[calc(50%+0.625rem)] min-w-5 rounded bg-soon px-1 text-sm leading-5 font-semibold text-on-accent">
          {mark}
        </span>
      )}
    </button>
  );
}

function lookOf({ isOn, isOpen, isApart }: BarButtonProps): string {
  if (isApart) return "border-transparent bg-stop font-semibold text-on-accent hover:bg-stop/88";
  if (isOn === false) return "border-line text-stop hover:border-stop";
  if (isOpen) return "border-accent text-accent";
  return "border-transparent text-ink hover:border-line hover:bg-surface";
}
