import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getRoom, type RoomDetail } from "@/lib/operations/rooms/get-room";
import { loadPage } from "@/lib/web/load-page";

/** The room with its roster and the instant it was read at, once for each request. */
export const loadRoom = cache((roomId: string) =>
  loadPage(async (ctx) => ({ detail: await getRoom(ctx, roomId), now: ctx.now })),
);

/**
 * The same for a page that changes it. When nothing can be changed any more, the room's own page
 * says why; who may not plan it finds nothing.
 */
export async function loadRoomToChange(
  roomId: string,
): Promise<{ room: RoomDetail["room"]; roster: RoomDetail["roster"]; now: Date }> {
  const { detail, now } = await loadRoom(roomId);
  const { room, roster, mayChange, mayManage } = detail;
  if (!mayManage) notFound();
  if (!mayChange) redirect(`/rooms/${roomId}`);
  return { room, roster, now };
}
