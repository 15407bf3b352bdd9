import { roomEventStream } from "@/lib/live/event-stream";
import { watchRoom } from "@/lib/operations/rooms/watch-room";
import { memberContext } from "@/lib/web/member-context";
import { roomAddress } from "@/lib/web/room-route";
import { readRoute } from "@/lib/web/route";

/** The live channel of a room's page for staff, who need no seat in it. The events carry nothing. */
export const GET = readRoute(roomAddress, async ({ roomId }) => {
  const ctx = await memberContext();
  await watchRoom(ctx, roomId);
  return roomEventStream({ roomId, seatId: null, holder: ctx.actor.memberId });
});
