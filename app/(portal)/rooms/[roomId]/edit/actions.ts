"use server";

import { settingsFields } from "@/components/rooms/settings-fields";
import type { Outcome } from "@/lib/domain/outcome";
import { editRoomInput } from "@/lib/domain/room/room-input";
import { editRoom } from "@/lib/operations/rooms/edit-room";
import { action } from "@/lib/web/action";
import { redirectTelling } from "@/lib/web/redirect-telling";
import { words } from "@/lib/words/words";
import { seeNewest } from "@/app/(portal)/rooms/[roomId]/see-newest";

const save = action(editRoomInput, async (ctx, input) => {
  await editRoom(ctx, input);
  redirectTelling(`/rooms/${input.roomId}`, { told: "edited" });
});

/** Saves; whoever comes second sees beside each field what was saved meanwhile, and may save over it. */
export async function editRoomAction(before: Outcome | null, form: FormData): Promise<Outcome> {
  return seeNewest(await save(before, form), (room, typed) =>
    sayDifferences(typed, settingsFields(room)),
  );
}

function sayDifferences(
  typed: Record<string, string>,
  saved: Record<string, string>,
): Record<string, string> {
  const say = words("rooms");
  const names = new Set([...Object.keys(saved), "lobby"]);
  const differing = [...names].filter((name) => (saved[name] ?? "") !== (typed[name] ?? ""));
  const sayValue = (name: string) => {
    if (name === "lobby") return say(saved.lobby ? "now-yes" : "now-no");
    if (name === "access") return say(saved.access === "open" ? "fact-open" : "fact-invited");
    return saved[name] || say("now-empty");
  };
  return Object.fromEntries(
    differing.map((name) => [name, say("now-it-is", { value: sayValue(name) })]),
  );
}
