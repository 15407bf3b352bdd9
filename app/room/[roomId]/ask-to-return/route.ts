import { askToReturn } from "@/lib/operations/join/ask-to-return";
import { visitorRoute } from "@/lib/web/room-route";

export const POST = visitorRoute(askToReturn);
