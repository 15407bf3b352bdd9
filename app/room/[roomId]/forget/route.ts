import { cookies } from "next/headers";
import { visitorContext } from "@/lib/web/room-context";
import { answerWithRoom, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";
import { forgottenSeatCookie } from "@/lib/web/seat-cookie";

export const POST = route(roomAddress, async ({ roomId }, request) => {
  (await cookies()).set(forgottenSeatCookie(roomId));
  return answerWithRoom(request, await visitorContext(roomId));
});
