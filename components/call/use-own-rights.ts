import { SOURCES, type Source } from "@/lib/domain/call/media-grant";
import { useCall } from "./call-context";

/**
 * What one may send: what the room grants and the media server has not taken back yet. Whichever
 * learns of a change first takes the button away.
 */
export function useOwnRights(): Record<Source, boolean> {
  const { view, state } = useCall();
  const { decision } = view;
  const mine = state.people.find(({ isMe }) => isMe)?.maySend ?? SOURCES;
  const may = (source: Source) =>
    decision.kind === "admit" && decision.grant[source] && mine.includes(source);
  return {
    microphone: may("microphone"),
    camera: may("camera"),
    screen: may("screen") && canShare(),
  };
}

/** Phones have no way to share a screen from a browser. */
function canShare(): boolean {
  return "getDisplayMedia" in (navigator.mediaDevices ?? {});
}
