import { reason } from "@/lib/domain/room/room-input";
import { excuseSelf } from "@/lib/operations/join/excuse-self";
import { visitorContext } from "@/lib/web/room-context";
import { answerWithRoom, countPress, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";

export const POST = route(roomAddress.extend({ reason }), async (input, request) => {
  const ctx = await visitorContext(request.headers, input.roomId);
  await countPress(ctx);
  await excuseSelf(ctx, input.reason);
  return answerWithRoom(request, ctx);
});
