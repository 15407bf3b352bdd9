import { getOwnEntry } from "@/lib/operations/join/get-own-entry";
import { calendarAnswer } from "@/lib/web/calendar-answer";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { readRoute } from "@/lib/web/route";

/** The visitor's own calendar entry, as a file. */
export const GET = readRoute(roomAddress, async ({ roomId }, { headers }) => {
  const ctx = await visitorContext(headers, roomId);
  return calendarAnswer(await getOwnEntry(ctx), roomId, ctx.now);
});
