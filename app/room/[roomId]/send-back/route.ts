import { z } from "zod";
import { sendBack } from "@/lib/operations/moderation/send-back";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ seatId: z.string() }, (ctx, { seatId }) => sendBack(ctx, seatId));
