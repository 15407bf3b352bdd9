import "server-only";
import type { RecordKind } from "@/lib/domain/room/record";
import type { Database } from "./client";

/** What takes or gives a seat's rights in a call, each with the seat's id among its facts. */
const CHANGES = ["role-changed", "sources-changed"] satisfies RecordKind[];

/** Whether somebody changed what this seat may do in the room's call at `since` or after it. */
export async function haveRightsChanged(
  tx: Database,
  { roomId, seatId, since }: { roomId: string; seatId: string; since: Date },
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ changed: boolean }[]>`
    SELECT EXISTS (SELECT FROM room_record
      WHERE room_id = ${roomId}::uuid AND at >= ${since} AND kind = ANY (${CHANGES})
        AND facts ->> 'seatId' = ${seatId}) AS changed`;
  return found?.changed ?? false;
}
