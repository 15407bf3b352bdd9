import "server-only";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { tidyUp } from "@/lib/operations/acs/tidy-up";

const HOUR_MS = 60 * 60_000;

/** Tidies the database up each hour, beside whatever else this process does. */
export function tidyHourly(): { stop: () => void } {
  const timer = setInterval(() => void tidy(), HOUR_MS).unref();
  return { stop: () => clearInterval(timer) };
}

async function tidy(): Promise<void> {
  try {
    const { rooms } = await tidyUp(new Date(), env().ACS_GRACE_DAYS);
    if (rooms > 0) log.info({ rooms }, "rooms of programs were purged");
  } catch (error) {
    log.warn({ err: error }, "tidying up failed; it is tried again in an hour");
  }
}
