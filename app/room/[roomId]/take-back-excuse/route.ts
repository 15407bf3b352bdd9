import { takeBackExcuse } from "@/lib/operations/join/take-back-excuse";
import { visitorRoute } from "@/lib/web/room-route";

export const POST = visitorRoute(takeBackExcuse);
