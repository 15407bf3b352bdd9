import { useEffect, useState } from "react";

const TICK_MS = 1000;

/** The server's clock, to the second. `serverNow` is an ISO instant that has just arrived. */
export function useServerNow(serverNow: string): Date {
  const [now, setNow] = useState(() => Date.parse(serverNow));
  useEffect(() => {
    const offsetMs = Date.parse(serverNow) - Date.now();
    const timer = setInterval(() => setNow(Date.now() + offsetMs), TICK_MS);
    return () => clearInterval(timer);
  }, [serverNow]);
  return new Date(now);
}
