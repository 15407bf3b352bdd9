import "server-only";
import type { Database } from "@/lib/data/client";
import { markAdmitted } from "@/lib/data/moderation";
import { appendRecord, type RecordActor } from "@/lib/data/record";
import type { LetIn, Urgency } from "@/lib/domain/room/announce";

type Admission = { roomId: string; seatId: string; actor: RecordActor; at: Date };

/**
 * Lets a seat in past the lobby, unless it was in already or is not on the roster any more. Callers have
 * checked who asks. Returns how it is announced after the commit.
 */
export async function admit(
  tx: Database,
  { roomId, seatId, actor, at }: Admission,
): Promise<Urgency | LetIn> {
  if (!(await markAdmitted(tx, roomId, seatId, at))) return "now";
  await appendRecord(tx, roomId, at, actor, "admitted", { seatId });
  return { letInSeatId: seatId };
}
