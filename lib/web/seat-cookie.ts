import "server-only";
import { cookieBasis } from "./cookies";

/** Holds a personal link's secret: its holder has the link's seat. Each room has its own. */
export const SEAT_COOKIE = "seat";

/** The cookie that a personal link becomes; only the pages of that one room ever get to see it. */
export function seatCookie(roomId: string, token: string, until: Date) {
  return { name: SEAT_COOKIE, value: token, ...placeOf(roomId), expires: until };
}

/** Makes the browser forget whose seat it had. */
export function forgottenSeatCookie(roomId: string) {
  return { name: SEAT_COOKIE, value: "", ...placeOf(roomId), maxAge: 0 };
}

function placeOf(roomId: string) {
  return { ...cookieBasis(), path: `/room/${roomId}` };
}
