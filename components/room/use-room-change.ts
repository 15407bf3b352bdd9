import { useRef, useState } from "react";
import { requestChange, type RoomVerb } from "@/components/call/room-requests";
import type { LiveView } from "./live-view";
import type { SayRoom } from "./told";

type Verb = Exclude<RoomVerb, "join">;

/**
 * Asks the room for a change and takes its answer as the newest view; one change at a time. `change`
 * says whether it was made.
 */
export function useRoomChange(live: LiveView, roomId: string, say: SayRoom) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isAsking = useRef(false);

  const change = async (verb: Verb, wanted: Record<string, unknown> = {}): Promise<boolean> => {
    // A double press asks once: the button may be drawn as busy a moment later.
    if (isAsking.current) return false;
    isAsking.current = true;
    setBusy(true);
    setProblem(null);
    const answer = await requestChange(roomId, verb, wanted);
    isAsking.current = false;
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.message ?? say("cannot-ask"));
      return false;
    }
    live.take(answer.body);
    // What the page asked and heard meanwhile was meant for who they were before.
    if (verb === "name" || verb === "forget") live.listenAnew();
    return true;
  };
  return { isBusy, problem, change };
}

export type RoomChange = ReturnType<typeof useRoomChange>;
