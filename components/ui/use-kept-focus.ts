import { useEffect, type RefObject } from "react";

/** Marks what the focus goes to when something near it loses it: a heading, as a rule. */
const HOME = "[data-focus-home]";

/**
 * Keeps the focus where the person reads: when what has it goes away, as a button does that was
 * pressed, the nearest `data-focus-home` gets it, or else the container itself. Left alone, the
 * browser would begin again at the top of the page.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const whole = container.current;
    if (!whole) return;
    let path = pathTo(document.activeElement, whole);
    const note = () => (path = pathTo(document.activeElement, whole));
    const mend = () => {
      const [focused, ...around] = path;
      const isGone = focused !== undefined && !focused.isConnected;
      if (!isGone || document.activeElement !== document.body) return;
      path = [];
      const homes = around.filter(({ isConnected }) => isConnected).map(homeIn);
      (homes.find((home) => home !== null) ?? whole).focus();
    };
    const observer = new MutationObserver(mend);
    document.addEventListener("focusin", note);
    observer.observe(whole, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      observer.disconnect();
    };
  }, [container]);
}

/** Where the focus belongs within this. */
export function homeIn(around: Element): HTMLElement | null {
  return around.querySelector<HTMLElement>(HOME);
}

/** The element and all that it stands in, up to `whole`; nothing for what stands elsewhere. */
function pathTo(element: Element | null, whole: Element): Element[] {
  if (!element || !whole.contains(element)) return [];
  if (element === whole) return [whole];
  return [element, ...pathTo(element.parentElement, whole)];
}
