import "server-only";
import type { Audience } from "@/lib/domain/room/announce";

const CONDUCTOR_ONLY = "conductor";

/** What goes over the database's channel. */
export function writeAnnouncement(roomId: string, to: Audience): string {
  return to === "everybody" ? roomId : `${roomId} ${CONDUCTOR_ONLY}`;
}

export function readAnnouncement(text: string): { roomId: string; to: Audience } {
  const [roomId = "", only] = text.split(" ");
  return { roomId, to: only === CONDUCTOR_ONLY ? "conductor" : "everybody" };
}
