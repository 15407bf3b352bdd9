import { z } from "zod";
import { EXTENSION_MINUTES, extendWindow } from "@/lib/operations/moderation/extend-window";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ minutes: z.literal(EXTENSION_MINUTES) }, (ctx, { minutes }) =>
  extendWindow(ctx, minutes),
);
