import { AppError } from "@/lib/domain/errors";
import { roomEventStream } from "@/lib/live/event-stream";
import { viewRoom } from "@/lib/operations/join/view-room";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { readRoute } from "@/lib/web/route";

/** The live channel of a room page. The events carry nothing, so whoever may see the page may listen. */
export const GET = readRoute(roomAddress, async ({ roomId }, request) => {
  const ctx = await visitorContext(request.headers, roomId);
  const { room } = await viewRoom(ctx);
  if (!room) throw new AppError("room-not-found");
  const { seatId, deviceId: holder } = ctx.actor;
  return roomEventStream({ roomId, seatId, holder });
});
