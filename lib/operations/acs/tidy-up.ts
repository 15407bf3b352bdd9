import "server-only";
import { purgeAcsRooms } from "@/lib/data/purge-acs-rooms";
import { forgetExpiredReplays } from "@/lib/data/replays";
import { vanishedBefore } from "@/lib/domain/acs/vanished";

const ROOMS_AT_ONCE = 500;

/**
 * Forgets answers that are not given again, and deletes rooms that programs made alone once they have
 * vanished from the wire. Only the clock does this.
 */
export async function tidyUp(now: Date, graceDays: number): Promise<{ rooms: number }> {
  await forgetExpiredReplays(now);
  let rooms = 0;
  for (;;) {
    const purged = await purgeAcsRooms(vanishedBefore(now, graceDays), ROOMS_AT_ONCE);
    rooms += purged;
    if (purged < ROOMS_AT_ONCE) return { rooms };
  }
}
