import { z } from "zod";
import { endForEveryone } from "@/lib/operations/moderation/end-for-everyone";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersSeat } from "@/lib/web/calling-route";

export const POST = callingRoute(z.object({}), async (asking) => {
  await endForEveryone(await usersSeat(asking));
  return {};
});

export const OPTIONS = answerPreflight;
