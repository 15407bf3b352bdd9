import { othersInside, type RoomView, type Wire } from "@/lib/domain/room/room-view";
import type { CallWord } from "@/lib/words/en/call";

type Sending = Record<"camera" | "microphone", unknown>;

/**
 * What somebody reads who has just been let in: whether the others see and hear them now. Null when
 * nobody else is there, which the stage says.
 */
export function tellLettingIn(
  view: Pick<Wire<RoomView>, "decision" | "people" | "me">,
  { camera, microphone }: Sending,
): CallWord | null {
  if (othersInside(view).length === 0) return null;
  const { decision } = view;
  const grant = decision.kind === "admit" ? decision.grant : null;
  if (!grant?.camera && !grant?.microphone) return "letInToListen";
  if (camera && microphone) return "letIn";
  if (microphone) return "letInHeard";
  return camera ? "letInSeen" : "letInUnseen";
}
