import { endForEveryone } from "@/lib/operations/moderation/end-for-everyone";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({}, endForEveryone);
