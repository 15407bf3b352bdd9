"use server";

import { seeNewest } from "@/app/(portal)/rooms/[roomId]/see-newest";
import type { Outcome } from "@/lib/domain/outcome";
import { cancelRoomInput } from "@/lib/domain/room/room-input";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";

const cancel = action(cancelRoomInput, async (ctx, input) => {
  await cancelRoom(ctx, input);
  redirectTelling(`/rooms/${input.roomId}`, { told: "cancelled" });
});

/** As above; whoever comes second sees what was saved meanwhile first. */
export async function cancelRoomAction(before: Outcome | null, form: FormData): Promise<Outcome> {
  return seeNewest(await cancel(before, form), () => ({}));
}
