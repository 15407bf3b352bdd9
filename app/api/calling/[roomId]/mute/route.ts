import { z } from "zod";
import { muteOthers } from "@/lib/operations/moderation/mute-others";
import { muteSeat } from "@/lib/operations/moderation/mute-seat";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, seatNamed, usersSeat } from "@/lib/web/calling-route";

const input = z.object({ participant: z.string().optional() });

/** Mutes one other microphone, or all. */
export const POST = callingRoute(input, async (asking, { participant }) => {
  const ctx = await usersSeat(asking);
  if (participant === undefined) await muteOthers(ctx);
  else await muteSeat(ctx, await seatNamed(ctx, asking.ctx.actor, participant));
  return {};
});

export const OPTIONS = answerPreflight;
