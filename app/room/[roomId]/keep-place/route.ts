import { keepPlace } from "@/lib/operations/join/keep-place";
import { visitorContext } from "@/lib/web/room-context";
import { answerWithRoom, countJoin, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

/** A page in line says now and then that it is there: no press, and counted with what pages ask. */
export const POST = route(roomAddress, async ({ roomId }, request) => {
  const ctx = await visitorContext(request.headers, roomId);
  await countJoin(ctx);
  await keepPlace(ctx);
  return answerWithRoom(request, ctx);
});
