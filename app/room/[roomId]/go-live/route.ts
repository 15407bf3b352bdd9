import { goLive } from "@/lib/operations/moderation/go-live";
import { seatRoute } from "@/lib/web/room-route";

export const POST = seatRoute({}, goLive);
