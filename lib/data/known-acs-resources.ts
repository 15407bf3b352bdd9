import "server-only";
import { listAcsResources, type AcsResource } from "./acs-resources";

/** How long a change that another process made may go unnoticed here. */
const KEEP_MS = 1_000;

type Kept = { at: number; resources: Promise<AcsResource[]> };

// The server and the pages are bundled apart but share one process, so they share this too.
const shared = globalThis as typeof globalThis & { rostrumAcsResources?: Kept | undefined };

/** Every resource with its keys in the open, asked of the database once a second at most. */
export async function knownAcsResources(): Promise<AcsResource[]> {
  const now = Date.now();
  const kept = shared.rostrumAcsResources;
  if (kept && now - kept.at <= KEEP_MS) return kept.resources;
  const resources = listAcsResources();
  shared.rostrumAcsResources = { at: now, resources };
  resources.catch(forgetAcsResources);
  return resources;
}

/** Has this process look anew, after a change. */
export function forgetAcsResources(): void {
  shared.rostrumAcsResources = undefined;
}
