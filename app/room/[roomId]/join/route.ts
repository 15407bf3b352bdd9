import { z } from "zod";
import { joinRoom } from "@/lib/operations/join/join-room";
import { visitorContext } from "@/lib/web/room-context";
import { countJoin, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

const input = roomAddress.extend({ takeOver: z.boolean().default(false) });

export const POST = route(input, async ({ roomId, takeOver }, { headers }) => {
  const ctx = await visitorContext(headers, roomId);
  await countJoin(ctx);
  return joinRoom(ctx, { takeOver });
});
