import "server-only";
import type { KeySlot } from "@/lib/data/acs-resources";
import { log } from "@/lib/log";

const noted = new Set<string>();

/** Writes down that a resource's key does not open any more, once in this process. */
export function noteUnreadableKey(resourceId: string, slot: KeySlot): void {
  const name = `${resourceId}/${slot}`;
  if (noted.has(name)) return;
  noted.add(name);
  log.error({ resourceId, slot }, "acs key cannot be read; make a new one");
}
