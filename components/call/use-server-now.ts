import { useEffect, useState } from "react";

const TICK_MS = 1000;

/** The server's clock, to the second. `serverNow` is an ISO instant that has just arrived. */
export function useServerNow(serverNow: string): Date {
  const [offsetMs, setOffsetMs] = useState(() => Date.parse(serverNow) - Date.now());
  const [now, setNow] = useState(() => Date.parse(serverNow));
  useEffect(() => setOffsetMs(Date.parse(serverNow) - Date.now()), [serverNow]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + offsetMs), TICK_MS);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return new Date(now);
}
