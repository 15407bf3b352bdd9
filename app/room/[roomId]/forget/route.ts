import { cookies } from "next/headers";
import { withCookie } from "@/lib/web/request-cookies";
import { visitorContext } from "@/lib/web/room-context";
import { answerWithRoom, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";
import { forgottenSeatCookie, SEAT_COOKIE } from "@/lib/web/seat-cookie";

export const POST = route(roomAddress, async ({ roomId }, request) => {
  (await cookies()).set(forgottenSeatCookie(roomId));
  const asked = withCookie(request.headers, SEAT_COOKIE, null);
  return answerWithRoom(request, await visitorContext(asked, roomId));
});
