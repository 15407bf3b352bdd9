import { z } from "zod";
import { leaveCall } from "@/lib/operations/join/leave-call";
import { leaveLobby } from "@/lib/operations/join/leave-lobby";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersVisit } from "@/lib/web/calling-route";

/** A page that goes away tells it and reads no answer. */
export const POST = callingRoute(z.object({}), async (asking) => {
  const ctx = await usersVisit(asking);
  await leaveLobby(ctx);
  await leaveCall(ctx);
});

export const OPTIONS = answerPreflight;
