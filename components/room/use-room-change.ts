import { useState } from "react";
import { requestChange, type RoomVerb } from "@/components/call/room-requests";
import type { LiveView } from "./live-view";
import type { SayRoom } from "./told";

type Verb = Exclude<RoomVerb, "join">;

/** Asks the room for a change and takes its answer as the newest view. */
export function useRoomChange(live: LiveView, roomId: string, say: SayRoom) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const change = async (verb: Verb, wanted: Record<string, unknown> = {}) => {
    setBusy(true);
    setProblem(null);
    const answer = await requestChange(roomId, verb, wanted);
    setBusy(false);
    if (answer.ok) live.take(answer.body);
    else setProblem(answer.message ?? say("cannot-ask"));
  };
  return { isBusy, problem, change };
}

export type RoomChange = ReturnType<typeof useRoomChange>;
