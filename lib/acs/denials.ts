import "server-only";
import { log } from "@/lib/log";

const counts = new Map<string, number>();

/** Writes a refused proof down, with how many there were of its kind since this process began. */
export function noteDenied(reason: string): void {
  const count = (counts.get(reason) ?? 0) + 1;
  counts.set(reason, count);
  log.warn({ reason, count }, "acs request denied");
}

/** How often each reason was met since this process began. */
export function deniedCounts(): ReadonlyMap<string, number> {
  return counts;
}
