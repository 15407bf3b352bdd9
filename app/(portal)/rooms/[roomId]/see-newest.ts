import "server-only";
import { revalidatePath } from "next/cache";
import type { Outcome } from "@/lib/domain/outcome";
import type { RoomDetail } from "@/lib/operations/rooms/get-room";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { memberContext } from "@/lib/web/member-context";

/**
 * For whoever came second: the page shows what was saved meanwhile, and pressing again acts on
 * that. Any other outcome stays as it is.
 */
export async function seeNewest(
  outcome: Outcome,
  sayDifferences: (
    room: RoomDetail["room"],
    typed: Record<string, string>,
  ) => Record<string, string>,
): Promise<Outcome> {
  if (outcome.ok || outcome.code !== "changed-meanwhile") return outcome;
  const typed = outcome.values ?? {};
  const { room } = await getRoom(await memberContext(), typed.roomId ?? "");
  revalidatePath(`/rooms/${room.id}`, "layout");
  const values = { ...typed, version: String(room.version) };
  return { ...outcome, values, fields: sayDifferences(room, typed) };
}
