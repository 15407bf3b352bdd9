import "server-only";
import type { Database } from "@/lib/data/client";
import type { StayChange } from "@/lib/data/presence";
import { appendRecord } from "@/lib/data/record";

/** Writes into the room's record who came and who left, at the time it happened. */
export async function recordStays(
  tx: Database,
  call: { id: string; roomId: string },
  changes: readonly StayChange[],
): Promise<void> {
  for (const { seatId, deviceId, joinedAt, leftAt, hasBegun, hasEnded } of changes) {
    const facts = { seatId, deviceId, callId: call.id };
    if (hasBegun) await appendRecord(tx, call.roomId, joinedAt, "system", "joined", facts);
    if (hasEnded && leftAt) await appendRecord(tx, call.roomId, leftAt, "system", "left", facts);
  }
}
