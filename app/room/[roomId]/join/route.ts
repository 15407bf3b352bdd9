import { z } from "zod";
import { joinRoom } from "@/lib/operations/join/join-room";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

const input = roomAddress.extend({ takeOver: z.boolean().default(false) });

export const POST = route(input, async ({ roomId, takeOver }, { headers }) =>
  joinRoom(await visitorContext(headers, roomId), { takeOver }),
);
