import { viewRoom } from "@/lib/operations/join/view-room";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { readRoute } from "@/lib/web/route";

export const GET = readRoute(roomAddress, async ({ roomId }, { headers }) =>
  viewRoom(await visitorContext(headers, roomId)),
);
