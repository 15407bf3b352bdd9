import { cookies } from "next/headers";
import type { Problem } from "@/lib/domain/problem";
import { personName } from "@/lib/domain/roster/person-input";
import { giveName } from "@/lib/operations/join/give-name";
import { clientAddressOf } from "@/lib/web/client-address";
import { countTry } from "@/lib/web/rate-limit";
import { visitorContext } from "@/lib/web/room-context";
import { answerWithRoom, roomAddress } from "@/lib/web/room-route";
import { route } from "@/lib/web/route";
import { seatCookie } from "@/lib/web/seat-cookie";

const name = personName.refine((text) => text !== "", "missing" satisfies Problem);

export const POST = route(roomAddress.extend({ name }), async (input, request) => {
  const { roomId } = input;
  await countTry("name-giving", clientAddressOf(request.headers));
  const ctx = await visitorContext(request.headers, roomId);
  const { seatId, linkId, token, until } = await giveName(ctx, input.name);
  (await cookies()).set(seatCookie(roomId, token, until));
  return answerWithRoom(request, { actor: { ...ctx.actor, seatId, linkId } });
});
