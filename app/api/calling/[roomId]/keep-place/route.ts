import { z } from "zod";
import { keepPlace } from "@/lib/operations/join/keep-place";
import { viewRoom } from "@/lib/operations/join/view-room";
import { describeForUser } from "@/lib/web/calling-answer";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersVisit } from "@/lib/web/calling-route";
import { countJoin } from "@/lib/web/room-route";

/** A page whose user waits in line says now and then that they are there. */
export const POST = callingRoute(z.object({}), async (asking) => {
  const ctx = await usersVisit(asking);
  await countJoin(ctx);
  await keepPlace(ctx);
  return describeForUser(asking.ctx.actor, await viewRoom(ctx));
});

export const OPTIONS = answerPreflight;
