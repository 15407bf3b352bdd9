import { leaveLobby } from "@/lib/operations/join/leave-lobby";
import { visitorRoute } from "@/lib/web/room-route";

export const POST = visitorRoute(leaveLobby);
