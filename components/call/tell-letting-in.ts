import type { RoomView, Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";

type Sending = Record<"camera" | "microphone", unknown>;

/** What somebody reads who has just been let in: whether the others see and hear them now. */
export function tellLettingIn(
  { decision }: Pick<Wire<RoomView>, "decision">,
  { camera, microphone }: Sending,
): CallWord {
  const grant = decision.kind === "admit" ? decision.grant : null;
  if (!grant?.camera && !grant?.microphone) return "letInToListen";
  if (camera && microphone) return "letIn";
  if (microphone) return "letInHeard";
  return camera ? "letInSeen" : "letInUnseen";
}
