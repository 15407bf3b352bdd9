import { cookies } from "next/headers";
import { followMove } from "@/lib/operations/join/follow-move";
import { visitorContext } from "@/lib/web/room-context";
import { roomAddress, seeOther } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";
import { seatCookie } from "@/lib/web/seat-cookie";

export const POST = route(roomAddress, async ({ roomId }, request) => {
  const ctx = await visitorContext(request.headers, roomId);
  const there = await followMove(ctx);
  // Who signed in is known at the new date as well.
  const cameByLink = ctx.actor.linkId !== null;
  if (cameByLink) (await cookies()).set(seatCookie(there.roomId, there.token, there.until));
  return seeOther(`/room/${there.roomId}`);
});
