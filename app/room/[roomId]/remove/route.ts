import { z } from "zod";
import { reason } from "@/lib/domain/room/room-input";
import { removeFromCall } from "@/lib/operations/moderation/remove-from-call";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ seatId: z.string(), reason }, (ctx, { seatId, reason: why }) =>
  removeFromCall(ctx, seatId, why),
);
