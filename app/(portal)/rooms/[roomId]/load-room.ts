import "server-only";
import { cache } from "react";
import { getRoom } from "@/lib/operations/rooms/get-room";
import { loadPage } from "@/lib/web/load-page";

/** The room with its roster and the instant it was read at, once for each request. */
export const loadRoom = cache((roomId: string) =>
  loadPage(async (ctx) => ({ detail: await getRoom(ctx, roomId), now: ctx.now })),
);
