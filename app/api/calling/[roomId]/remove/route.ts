import { z } from "zod";
import { removeFromCall } from "@/lib/operations/moderation/remove-from-call";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, seatNamed, usersSeat } from "@/lib/web/calling-route";

const input = z.object({ participant: z.string() });

export const POST = callingRoute(input, async (asking, { participant }) => {
  const ctx = await usersSeat(asking);
  await removeFromCall(ctx, await seatNamed(ctx, asking.ctx.actor, participant), null);
  return {};
});

export const OPTIONS = answerPreflight;
