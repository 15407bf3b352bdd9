import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { tidyUp } from "@/lib/operations/acs/tidy-up";

/** Tidies up with this installation's grace, and writes down how much went. */
export async function runTidyUp({ now }: { now: Date }): Promise<void> {
  const { rooms } = await tidyUp(now, env().ACS_GRACE_DAYS);
  if (rooms > 0) log.info({ rooms }, "rooms of programs were purged");
}
