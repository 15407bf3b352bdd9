import "server-only";
import type { z } from "zod";
import type { ApiContext, Told } from "@/lib/api/endpoint";
import { readRoom } from "@/lib/operations/rooms/read-room";
import { presentRoom, type roomBody } from "./room-body";

/** A room as it is now, with its version. */
export async function tellRoom(
  ctx: ApiContext,
  roomId: string,
): Promise<Told<z.input<typeof roomBody>>> {
  const room = await readRoom(ctx, roomId);
  return { body: presentRoom(room), version: room.version };
}
