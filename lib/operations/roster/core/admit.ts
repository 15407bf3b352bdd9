import "server-only";
import type { Database } from "@/lib/data/client";
import { markAdmitted } from "@/lib/data/moderation";
import { appendRecord, type RecordActor } from "@/lib/data/record";

type Admission = { roomId: string; seatId: string; actor: RecordActor; at: Date };

/**
 * Lets a seat in past the lobby. False when it was in already or is not on the roster any more. Callers
 * have checked who asks, and announce it after the commit.
 */
export async function admit(
  tx: Database,
  { roomId, seatId, actor, at }: Admission,
): Promise<boolean> {
  const isAdmitted = await markAdmitted(tx, roomId, seatId, at);
  if (isAdmitted) await appendRecord(tx, roomId, at, actor, "admitted", { seatId });
  return isAdmitted;
}
