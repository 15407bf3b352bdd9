import { roomEventStream } from "@/lib/live/event-stream";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { deviceOf } from "@/lib/web/device";
import { memberContext } from "@/lib/web/member-context";
import { roomAddress } from "@/lib/web/room-route";
import { readRoute } from "@/lib/web/route";

/** The live channel of a room's page for staff, who need no seat in it. The events carry nothing. */
export const GET = readRoute(roomAddress, async ({ roomId }, request) => {
  await getRoom(await memberContext(), roomId);
  const listening = { roomId, deviceId: deviceOf(request.headers), seatId: null };
  return roomEventStream(listening, request.signal);
});
