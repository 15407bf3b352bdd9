import { z } from "zod";
import { personName } from "@/lib/domain/roster/person-input";
import { comeAsUser } from "@/lib/operations/join/come-as-user";
import { joinRoom } from "@/lib/operations/join/join-room";
import { callingRefusal, describeForUser } from "@/lib/web/calling-answer";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute } from "@/lib/web/calling-route";
import { countJoin } from "@/lib/web/room-route";

const input = z.object({ displayName: personName.optional() });

/**
 * Joins with a user token: the ticket and the call's name, or that they wait and why, or ACS's
 * refusal. A page that was opened anew is another device, so their call always comes to it.
 */
export const POST = callingRoute(input, async ({ ctx, acsRoomId, deviceId }, { displayName }) => {
  const name = displayName || null;
  const actor = await comeAsUser(ctx, { acsRoomId, deviceId, name });
  await countJoin({ actor });
  const { view, entry } = await joinRoom({ ...ctx, actor }, { takeOver: true });
  const told = await describeForUser(ctx.actor, view);
  return callingRefusal(told.decision) ?? { view: told, entry };
});

export const OPTIONS = answerPreflight;
