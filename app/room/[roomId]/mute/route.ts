import { z } from "zod";
import { muteSeat } from "@/lib/operations/moderation/mute-seat";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ seatId: z.string() }, (ctx, { seatId }) => muteSeat(ctx, seatId));
