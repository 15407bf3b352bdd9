import { z } from "zod";
import { viewRoom } from "@/lib/operations/join/view-room";
import { describeForUser } from "@/lib/web/calling-answer";
import { answerPreflight } from "@/lib/web/calling-cors";
import { callingRoute, usersVisit } from "@/lib/web/calling-route";

export const GET = callingRoute(z.object({}), async (asking) =>
  describeForUser(asking.ctx.actor, await viewRoom(await usersVisit(asking))),
);

export const OPTIONS = answerPreflight;
