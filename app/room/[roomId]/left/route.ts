import { z } from "zod";
import { leaveCall } from "@/lib/operations/join/leave-call";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

const input = roomAddress.extend({ forGood: z.boolean().default(false) });

/** A page that goes away, or whose reader hangs up for good, tells it as a beacon and reads no answer. */
export const POST = route(input, async ({ roomId, forGood }, { headers }) =>
  leaveCall(await visitorContext(headers, roomId), { forGood }),
);
