"use server";

import { seeNewest } from "@/app/(portal)/rooms/[roomId]/see-newest";
import type { Outcome } from "@/lib/domain/outcome";
import { moveRoomInput } from "@/lib/domain/room/room-input";
import { moveRoom } from "@/lib/operations/rooms/move-room";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";

const move = action(moveRoomInput, async (ctx, input) => {
  const { roomId } = await moveRoom(ctx, input);
  redirectTelling(`/rooms/${roomId}`, { told: "moved", clock: input.clockChange });
});

/** As above; whoever comes second sees what was saved meanwhile first. */
export async function moveRoomAction(before: Outcome | null, form: FormData): Promise<Outcome> {
  return seeNewest(await move(before, form), () => ({}));
}
