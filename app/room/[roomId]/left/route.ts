import { leaveCall } from "@/lib/operations/join/leave-call";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

/** A page that goes away tells it as a beacon and reads no answer. */
export const POST = route(roomAddress, async ({ roomId }, { headers }) =>
  leaveCall(await visitorContext(headers, roomId)),
);
