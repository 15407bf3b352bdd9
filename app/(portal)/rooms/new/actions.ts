"use server";

import { newRoomInput } from "@/lib/domain/room/room-input";
import { toldOfPlan } from "@/lib/domain/room/told";
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
    const told = toldOfPlan(input.seats);
    redirectTelling(`/rooms/${roomId}`, { told, clock: input.clockChange });
  },
);
