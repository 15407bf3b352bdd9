import { z } from "zod";
import { leaveCall } from "@/lib/operations/join/leave-call";
import { leaveLobby } from "@/lib/operations/join/leave-lobby";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersVisit } from "@/lib/web/calling-route";

const input = z.object({ forGood: z.boolean().default(false) });

/** A page that goes away, or whose user hangs up for good, tells it and reads no answer. */
export const POST = callingRoute(input, async (asking, { forGood }) => {
  const ctx = await usersVisit(asking);
  await leaveLobby(ctx, { keepsPlace: !forGood });
  await leaveCall(ctx, { forGood });
});

export const OPTIONS = answerPreflight;
