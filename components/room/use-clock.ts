import { useCallback, useSyncExternalStore } from "react";
import type { Reader } from "@/lib/words/times";

const LANGUAGE = "en-GB";

function nothingToHear(): () => void {
  return () => undefined;
}

/** Who reads: in the zone of `timeZone` until the browser has told its own. */
export function useReader(timeZone: string): Reader {
  const own = useSyncExternalStore(
    nothingToHear,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => timeZone,
  );
  return { language: LANGUAGE, timeZone: own };
}

/**
 * The server's clock in whole seconds, ticking. `first` is what it showed when the page was made,
 * so that the first drawing here is the one that came.
 */
export function useNow(readMs: () => number, first: string): Date {
  const subscribe = useCallback((tick: () => void) => {
    const timer = setInterval(tick, 1_000);
    return () => clearInterval(timer);
  }, []);
  const ms = useSyncExternalStore(
    subscribe,
    () => Math.floor(readMs() / 1_000) * 1_000,
    () => Math.floor(Date.parse(first) / 1_000) * 1_000,
  );
  return new Date(ms);
}
