import { z } from "zod";
import { admitSeat } from "@/lib/operations/moderation/admit-seat";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({ seatId: z.string() }, (ctx, { seatId }) => admitSeat(ctx, seatId));
