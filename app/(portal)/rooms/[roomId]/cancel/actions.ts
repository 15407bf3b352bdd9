"use server";

import { redirect } from "next/navigation";
import { seeNewest } from "@/app/(portal)/rooms/[roomId]/see-newest";
import type { Outcome } from "@/lib/domain/outcome";
import { cancelRoomInput } from "@/lib/domain/room/room-input";
import { cancelRoom } from "@/lib/operations/rooms/cancel-room";
import { action } from "@/lib/web/action";

const cancel = action(cancelRoomInput, async (ctx, input) => {
  await cancelRoom(ctx, input);
  redirect(`/rooms/${input.roomId}?told=cancelled`);
});

/** As above; whoever comes second sees what was saved meanwhile first. */
export async function cancelRoomAction(before: Outcome | null, form: FormData): Promise<Outcome> {
  return seeNewest(await cancel(before, form), () => ({}));
}
