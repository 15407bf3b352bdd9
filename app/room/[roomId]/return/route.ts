import { z } from "zod";
import { letReturn } from "@/lib/operations/moderation/let-return";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ seatId: z.string() }, (ctx, { seatId }) => letReturn(ctx, seatId));
