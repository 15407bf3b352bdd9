import { z } from "zod";
import { ROLES } from "@/lib/domain/room/role";
import { changeRoleInCall } from "@/lib/operations/moderation/change-role-in-call";
import { seatRoute } from "@/lib/web/room-route";

const fields = { seatId: z.string(), role: z.enum(ROLES) };

export const POST = seatRoute(fields, (ctx, { seatId, role }) =>
  changeRoleInCall(ctx, seatId, role),
);
