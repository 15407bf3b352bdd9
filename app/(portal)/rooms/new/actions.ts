"use server";

import { newRoomInput, type NewRoomInput } from "@/lib/domain/room/room-input";
import type { TOLD } from "@/lib/domain/room/told";
import { createRoom } from "@/lib/operations/rooms/create-room";
import { getPlanningFacts } from "@/lib/operations/rooms/get-planning-facts";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";
import { words } from "@/lib/words/words";

export const createRoomAction = action(
  async (ctx) => newRoomInput({ now: ctx.now, ...(await getPlanningFacts(ctx)) }),
  async (ctx, input) => {
    const titleFor = (name: string) => words("rooms")("untitled-visit", { name });
    const { roomId } = await createRoom(ctx, input, titleFor);
    const told = toldOf(input);
    redirectTelling(`/rooms/${roomId}`, { told, clock: input.clockChange });
  },
);

/** Who hears of it, other than whoever leads it. */
function toldOf({ seats }: NewRoomInput): (typeof TOLD)[number] {
  if (seats.length === 0) return "created-alone";
  return seats.every(({ person }) => person?.email) ? "created" : "created-silent";
}
